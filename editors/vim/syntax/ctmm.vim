" Made from ctmm_dsl/grammar.lark by generators/editors; write it anew with: python -m generators.editors
if exists('b:current_syntax')
  finish
endif
syntax case match
scriptencoding utf-8

syntax match ctmmWrong /\v^[^ \t　 #＃].*/
syntax region ctmmBlock_standard start=/\v^%(%(standard|标准)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_0_0,ctmmMark_1_0,ctmmMark_2_0,ctmmMark_3_0,ctmmHeading_4_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0,ctmmText_13_0
syntax region ctmmBlock_profile start=/\v^%(%(profile|剖面)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_14_0,ctmmMark_15_0,ctmmMark_16_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0,ctmmText_13_0
syntax region ctmmBlock_weights start=/\v^%(%(weights|权重)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_17_0,ctmmIdentifier_18_0,ctmmOption_19_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0,ctmmText_13_0
syntax region ctmmBlock_crosswalk start=/\v^%(%(crosswalk|对照)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_20_0,ctmmIdentifier_21_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0,ctmmText_13_0
syntax region ctmmBlock_section start=/\v^%(%(section|章)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_22_0,ctmmMark_23_0,ctmmLabel_24_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0,ctmmText_13_0
syntax region ctmmBlock_references start=/\v^%(%(references|引用文件)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_25_0,ctmmMark_23_0,ctmmLabel_24_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0,ctmmText_13_0
syntax region ctmmBlock_bibliography start=/\v^%(%(bibliography|参考文献)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_26_0,ctmmLabel_27_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0,ctmmText_13_0
syntax region ctmmBlock_term start=/\v^%(%(term|术语)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_28_0,ctmmMark_23_0,ctmmLabel_24_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0,ctmmText_13_0
syntax region ctmmBlock_abbreviation start=/\v^%(%(abbreviation|缩略语)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_29_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0
syntax region ctmmBlock_levels start=/\v^%(%(levels|成熟度等级)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_30_0,ctmmLevel_31_0,ctmmMark_32_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0,ctmmText_13_0
syntax region ctmmBlock_classes start=/\v^%(%(classes|城市类别)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_33_0,ctmmName_34_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0
syntax region ctmmBlock_scale start=/\v^%(%(scale|评分尺度)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_35_0,ctmmIdentifier_36_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0,ctmmText_13_0
syntax region ctmmBlock_method start=/\v^%(%(method|计算方法)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_37_0,ctmmMark_38_0,ctmmMark_39_0,ctmmMark_40_0,ctmmMark_41_0,ctmmMark_42_0,ctmmMark_43_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0
syntax region ctmmBlock_expect start=/\v^%(%(expect|应有)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_44_0,ctmmMark_45_0,ctmmMark_46_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0
syntax region ctmmBlock_metric start=/\v^%(%(metric|指标)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_47_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0
syntax region ctmmBlock_quantity start=/\v^%(%(quantity|数据项)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_48_0,ctmmMark_49_0,ctmmMark_50_0,ctmmOperator_51_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0,ctmmText_13_0
syntax region ctmmBlock_column start=/\v^%(%(column|列)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_52_0,ctmmLevel_53_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0,ctmmText_13_0
syntax region ctmmBlock_document start=/\v^%(%(document|文件)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_54_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0,ctmmText_13_0
syntax region ctmmBlock_node start=/\v^%(%(domain|subdomain|item|能力域|能力子域|能力项|一级指标|二级指标|三级指标|维度|子维度|特征)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_55_0,ctmmMark_56_0,ctmmMark_57_0,ctmmMark_58_0,ctmmLevel_59_0,ctmmLabel_24_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0,ctmmText_13_0,ctmmMark_60_0,ctmmMark_61_0,ctmmMark_62_0,ctmmMark_63_0,ctmmOperator_64_0,ctmmMark_65_0,ctmmIdentifier_66_0,ctmmMark_67_0,ctmmMark_68_0,ctmmHeading_69_0,ctmmMark_70_0,ctmmLevel_53_0,ctmmMark_71_0
syntax region ctmmBlock_readings start=/\v^%(%(readings|读法)%([ \t　 ]|$)@=)@=/ end=/\v$%(\n+[^ \t\n　 #＃])@=/ fold keepend contains=ctmmComment,ctmmHeading_72_0,ctmmIdentifier_73_0,ctmmNote_5_0,ctmmNote_6_0,ctmmNote_7_0,ctmmNote_8_0,ctmmNote_9_0,ctmmNote_10_0,ctmmNote_11_0,ctmmNote_12_0,ctmmText_13_0
syntax match ctmmText_13_0 /\v^[ \t　 ]+%([^ \t　 @＠].*)/ contained
syntax match ctmmIdentifier_66_0 /\v^[ \t　 ]+%([A-Za-z][A-Za-z0-9_]*%([ \t　 ]+[0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?[ \t　 ]*%($|[ \t　 ]{2}[#＃]))@=)/ contained nextgroup=ctmmNumber_66_1
syntax match ctmmNumber_66_1 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?%([0-9０-９])@!)/ contained nextgroup=ctmmComment_end
syntax match ctmmName_34_0 /\v^[ \t　 ]+%("%([^"]|"")*"%([ \t　 ]|$)@=|“[^”]*”%([ \t　 ]|$)@=|[^ \t　 "][^ \t　 ]*)/ contained nextgroup=ctmmNumber_34_1
syntax match ctmmNumber_34_1 /\v[ \t　 ]*%([0-9０-９]{1,15}%([ \t]*%(\.\.|．．|[-–—~～－])[ \t]*[0-9０-９]{1,15})?%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmIdentifier_73_1 /\v[ \t　 ]*%([A-Za-z][A-Za-z0-9_-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmIdentifier_73_0 /\v^[ \t　 ]+%([A-Za-z0-9][A-Za-z0-9._-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_73_1
syntax match ctmmHeading_72_0 /\v%(%(readings|读法)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmText_71_2 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmName_71_1 /\v[ \t　 ]*%("%([^"]|"")*"%([ \t　 ]|$)@=|“[^”]*”%([ \t　 ]|$)@=|[^ \t　 "][^ \t　 ]*)/ contained nextgroup=ctmmText_71_2,ctmmComment_end
syntax match ctmmMark_71_0 /\v^[ \t　 ]+%(%(support|relates|支撑文件|关联文件)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmName_71_1
syntax match ctmmMark_70_0 /\v^[ \t　 ]+%(%(rubric|量规)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmIdentifier_69_1 /\v[ \t　 ]*%([A-Za-z0-9][A-Za-z0-9._-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmHeading_69_0 /\v^[ \t　 ]+%(%(column|列)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_69_1
syntax match ctmmIdentifier_67_1 /\v[ \t　 ]*%(%(%(if|then|else|and|or|not|empty|per|each|min|max)%([A-Za-z0-9_])@!)@![A-Za-z][A-Za-z0-9_]*%([A-Za-z0-9_-])@!)/ contained nextgroup=ctmmNumber_67_2
syntax match ctmmNumber_67_2 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?%([0-9０-９])@!)/ contained nextgroup=ctmmComment_end
syntax match ctmmMark_67_0 /\v^[ \t　 ]+%(%(gate|必备)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_67_1
syntax match ctmmNumber_65_1 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?%([0-9０-９])@!)/ contained nextgroup=ctmmComment_end
syntax match ctmmMark_65_0 /\v^[ \t　 ]+%(%(else|否则)%([ \t　 0-9０-９]|$)@=)/ contained nextgroup=ctmmNumber_65_1
syntax match ctmmNumber_64_6 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?%([0-9０-９])@!)/ contained nextgroup=ctmmComment_end
syntax match ctmmNumber_64_4 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?%([0-9０-９])@!)/ contained nextgroup=ctmmNumber_64_6
syntax match ctmmOperator_64_3 /\v[ \t　 ]*%([>＞][=＝]|[<＜][=＝]|[><=≥≤＞＜＝])/ contained nextgroup=ctmmWeight_64_5,ctmmNumber_64_4
syntax match ctmmNumber_64_1 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?%([0-9０-９])@!)/ contained nextgroup=ctmmOperator_64_3,ctmmNumber_64_6
syntax match ctmmOperator_64_0 /\v^[ \t　 ]+%(%([>＞][=＝]|[<＜][=＝]|[><=≥≤＞＜＝])%([ \t　 ]*[0-9０-９].*[0-9０-９])@=)/ contained nextgroup=ctmmWeight_64_2,ctmmNumber_64_1
syntax match ctmmWeight_64_5 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?[ \t]*[%％])/ contained nextgroup=ctmmNumber_64_6
syntax match ctmmWeight_64_2 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?[ \t]*[%％])/ contained nextgroup=ctmmOperator_64_3,ctmmNumber_64_6
syntax match ctmmText_63_2 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmIdentifier_63_1 /\v[ \t　 ]*%([A-Za-z][A-Za-z0-9_-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmText_63_2,ctmmComment_end
syntax match ctmmMark_63_0 /\v^[ \t　 ]+%(%(reading|读法)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_63_1
syntax match ctmmRest_62_2 /\v.*$/ contained contains=@ctmmCalculation
syntax match ctmmOperator_62_1 /\v[ \t　 ]*%([=＝])/ contained nextgroup=ctmmRest_62_2
syntax match ctmmMark_62_0 /\v^[ \t　 ]+%(%(score|deduct|得分|扣分)%([ \t　 ]|[=＝]|$)@=)/ contained nextgroup=ctmmOperator_62_1
syntax match ctmmIdentifier_61_1 /\v[ \t　 ]*%(%(%(if|then|else|and|or|not|empty|per|each|min|max)%([A-Za-z0-9_])@!)@![A-Za-z][A-Za-z0-9_]*%([A-Za-z0-9_-])@!)/ contained nextgroup=ctmmName_61_2,ctmmOperator_61_3
syntax match ctmmRest_61_4 /\v.*$/ contained contains=@ctmmCalculation
syntax match ctmmOperator_61_3 /\v[ \t　 ]*%([=＝])/ contained nextgroup=ctmmRest_61_4
syntax match ctmmName_61_2 /\v[ \t　 ]*%("%([^"]|"")*"|“[^”]*”|[^ \t　 "“=＝#＃][^ \t　 =＝]*)/ contained nextgroup=ctmmOperator_61_3
syntax match ctmmMark_61_0 /\v^[ \t　 ]+%(%(let|令)%([ \t　 ]|[A-Za-z][^=＝]*[=＝]|$)@=)/ contained nextgroup=ctmmIdentifier_61_1
syntax match ctmmText_60_1 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmMark_60_0 /\v^[ \t　 ]+%(%(data|数据要求)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmText_60_1
syntax match ctmmLevel_59_0 /\v^[ \t　 ]+%(%(level|等级)[ \t　 ]*[0-9０-９]{1,15}%([ \t　 ]|$)@=|[一二三四五六七八九十]级%([ \t　 ]*%($|[ \t　 ]{2}[#＃])|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmText_58_2 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmNumber_58_1 /\v[ \t　 ]*%([^ \t　 "“#＃][^ \t　 ]*)/ contained nextgroup=ctmmText_58_2
syntax match ctmmMark_58_0 /\v^[ \t　 ]+%(%(table|表)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmNumber_58_1
syntax match ctmmNumber_57_1 /\v[ \t　 ]*%([^ \t　 "“#＃][^ \t　 ]*)/ contained nextgroup=ctmmComment_end
syntax match ctmmMark_57_0 /\v^[ \t　 ]+%(%(clause|章条)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmNumber_57_1
syntax match ctmmText_56_3 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmLevel_56_2 /\v[ \t　 ]*%([一二三四五六七八九十]级%([ \t　 ]|$)@=)/ contained nextgroup=ctmmText_56_3
syntax match ctmmNumber_56_1 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?%([0-9０-９])@!)/ contained nextgroup=ctmmText_56_3
syntax match ctmmMark_56_0 /\v^[ \t　 ]+%(%(motto|特征语)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmNumber_56_1,ctmmLevel_56_2
syntax match ctmmName_55_2 /\v[ \t　 ]*%("%([^"]|"")*"%([ \t　 ]|$)@=|“[^”]*”%([ \t　 ]|$)@=|[^ \t　 "][^ \t　 ]*)/ contained nextgroup=ctmmWeight_55_4,ctmmWeight_55_3,ctmmComment_end
syntax match ctmmWeight_55_3 /\v[ \t　 ]*%(权重[:：]?)/ contained nextgroup=ctmmWeight_55_4
syntax match ctmmIdentifier_55_1 /\v[ \t　 ]*%([A-Za-z0-9][A-Za-z0-9._-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmName_55_2
syntax match ctmmHeading_55_0 /\v%(%(domain|subdomain|item|能力域|能力子域|能力项|一级指标|二级指标|三级指标|维度|子维度|特征)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_55_1
syntax match ctmmWeight_55_4 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?[ \t]*[%％])/ contained nextgroup=ctmmComment_end
syntax match ctmmText_54_2 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmName_54_1 /\v[ \t　 ]*%("%([^"]|"")*"%([ \t　 ]|$)@=|“[^”]*”%([ \t　 ]|$)@=|[^ \t　 "][^ \t　 ]*)/ contained nextgroup=ctmmText_54_2,ctmmComment_end
syntax match ctmmHeading_54_0 /\v%(%(document|文件)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmName_54_1
syntax match ctmmText_53_1 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmLevel_53_0 /\v^[ \t　 ]+%([0-9０-９]{1,15}%([ \t　 ]+%([#＃])@![^ \t　 ])@=)/ contained nextgroup=ctmmText_53_1
syntax match ctmmName_52_2 /\v[ \t　 ]*%("%([^"]|"")*"%([ \t　 ]|$)@=|“[^”]*”%([ \t　 ]|$)@=|[^ \t　 "][^ \t　 ]*)/ contained nextgroup=ctmmComment_end
syntax match ctmmIdentifier_52_1 /\v[ \t　 ]*%([A-Za-z0-9][A-Za-z0-9._-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmName_52_2
syntax match ctmmHeading_52_0 /\v%(%(column|列)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_52_1
syntax match ctmmRest_51_1 /\v.*$/ contained contains=@ctmmCalculation
syntax match ctmmOperator_51_0 /\v^[ \t　 ]+%([=＝])/ contained nextgroup=ctmmRest_51_1
syntax match ctmmText_50_2 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmIdentifier_50_1 /\v[ \t　 ]*%(%(%(if|then|else|and|or|not|empty|per|each|min|max)%([A-Za-z0-9_])@!)@![A-Za-z][A-Za-z0-9_]*%([A-Za-z0-9_-])@!)/ contained nextgroup=ctmmText_50_2
syntax match ctmmMark_50_0 /\v^[ \t　 ]+%(%(option|选项)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_50_1
syntax match ctmmNumber_49_1 /\v[ \t　 ]*%(%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?[%％]?[ \t　]*%(\.\.|．．)%([ \t　]*[0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?[%％]?)?|%(\.\.|．．)[ \t　]*[0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?[%％]?|[0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?[%％]?[ \t　]*[-–—~～－][ \t　]*[0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?[%％]?|[>＞][ \t　]*[0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?[%％]?)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmMark_49_0 /\v^[ \t　 ]+%(%(range|取值)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmNumber_49_1
syntax match ctmmName_48_2 /\v[ \t　 ]*%("%([^"]|"")*"%([ \t　 ]|$)@=|“[^”]*”%([ \t　 ]|$)@=|[^ \t　 "][^ \t　 ]*)/ contained nextgroup=ctmmKind_48_3
syntax match ctmmIdentifier_48_1 /\v[ \t　 ]*%(%(%(if|then|else|and|or|not|empty|per|each|min|max)%([A-Za-z0-9_])@!)@![A-Za-z][A-Za-z0-9_]*%([A-Za-z0-9_-])@!)/ contained nextgroup=ctmmName_48_2
syntax match ctmmUnit_48_4 /\v[ \t　 ]*%(%(%(at|over)[ \t　 ]|时点[ \t　 ]|时段[ \t　 ])@![^ \t　 "“#＃]+%([ \t　 ]|$)@=)/ contained nextgroup=ctmmKind_48_5
syntax match ctmmKind_48_3 /\v[ \t　 ]*%(%(count|amount|share|flag|choice|score|points|数量|数值|占比|是否|选择|评分|分值)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmKind_48_5,ctmmUnit_48_4
syntax match ctmmHeading_48_0 /\v%(%(quantity|数据项)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_48_1
syntax match ctmmKind_48_5 /\v[ \t　 ]*%(%(at[ \t　]+point|over[ \t　]+period)%([ \t　 ]|$)@=|%(时点|时段)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmName_47_2 /\v[ \t　 ]*%("%([^"]|"")*"%([ \t　 ]|$)@=|“[^”]*”%([ \t　 ]|$)@=|[^ \t　 "][^ \t　 ]*)/ contained nextgroup=ctmmKind_47_3
syntax match ctmmKind_47_3 /\v[ \t　 ]*%(%(share|count|points|占比|数量|分值)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmIdentifier_47_1 /\v[ \t　 ]*%([A-Za-z][A-Za-z0-9_-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmName_47_2
syntax match ctmmHeading_47_0 /\v%(%(metric|指标)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_47_1
syntax match ctmmRest_46_5 /\v.*$/ contained contains=@ctmmCalculation
syntax match ctmmNumber_46_4 /\v[ \t　 ]*%([0-9０-９]{1,15}%([ \t　 =＝+＋]|$)@=)/ contained nextgroup=ctmmRest_46_5,ctmmComment_end
syntax match ctmmOperator_46_3 /\v[ \t　 ]*%([=＝])/ contained nextgroup=ctmmNumber_46_4
syntax match ctmmNumber_46_2 /\v[ \t　 ]*%([0-9０-９]{1,15}%([ \t　 =＝+＋]|$)@=)/ contained nextgroup=ctmmOperator_46_3,ctmmComment_end
syntax match ctmmIdentifier_46_1 /\v[ \t　 ]*%([A-Za-z0-9][A-Za-z0-9._-]*%([ \t　 ]+[0-9０-９])@=)/ contained nextgroup=ctmmNumber_46_2
syntax match ctmmMark_46_0 /\v^[ \t　 ]+%(%(clauses|条款数)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_46_1,ctmmNumber_46_2
syntax match ctmmNumber_45_2 /\v[ \t　 ]*%([0-9０-９]{1,15}%([ \t　 =＝+＋]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmIdentifier_45_1 /\v[ \t　 ]*%([A-Za-z0-9][A-Za-z0-9._-]*%([ \t　 ]+[0-9０-９])@=)/ contained nextgroup=ctmmNumber_45_2
syntax match ctmmMark_45_0 /\v^[ \t　 ]+%(%(domains|subdomains|items|quantities|能力域数|能力子域数|能力项数|数据项数)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_45_1,ctmmNumber_45_2
syntax match ctmmHeading_44_0 /\v%(%(expect|应有)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmOption_43_1 /\v[ \t　 ]*%(low[ \t]+median|high[ \t]+median|低中位数|高中位数)/ contained nextgroup=ctmmComment_end
syntax match ctmmMark_43_0 /\v^[ \t　 ]+%(%(summary|汇总)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmOption_43_1
syntax match ctmmOption_42_1 /\v[ \t　 ]*%(low[ \t]+median|high[ \t]+median|低中位数|高中位数)/ contained nextgroup=ctmmComment_end
syntax match ctmmMark_42_0 /\v^[ \t　 ]+%(%(respondents|答者)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmOption_42_1
syntax match ctmmOption_41_1 /\v[ \t　 ]*%(one[ \t]+by[ \t]+one|any|逐级|任一)/ contained nextgroup=ctmmComment_end
syntax match ctmmMark_41_0 /\v^[ \t　 ]+%(%(climb|进阶)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmOption_41_1
syntax match ctmmOption_40_4 /\v[ \t　 ]*%(minimum|最低值)/ contained nextgroup=ctmmComment_end
syntax match ctmmNumber_40_3 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?%([0-9０-９])@!)/ contained nextgroup=ctmmComment_end
syntax match ctmmOperator_40_2 /\v[ \t　 ]*%([>＞][=＝]|[<＜][=＝]|[><=≥≤＞＜＝])/ contained nextgroup=ctmmNumber_40_3
syntax match ctmmOption_40_1 /\v[ \t　 ]*%(score|得分)/ contained nextgroup=ctmmOperator_40_2
syntax match ctmmMark_40_0 /\v^[ \t　 ]+%(%(reached|达到)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmOption_40_1,ctmmOption_40_4
syntax match ctmmOption_39_3 /\v[ \t　 ]*%(less[ \t]+deductions|减去扣分)/ contained nextgroup=ctmmComment_end
syntax match ctmmBracket_39_2 /\v[ \t　 ]*%([,，])/ contained nextgroup=ctmmOption_39_3
syntax match ctmmOption_39_1 /\v[ \t　 ]*%(weighted[ \t]+sum|加权求和)/ contained nextgroup=ctmmBracket_39_2,ctmmOption_39_3,ctmmComment_end
syntax match ctmmMark_39_0 /\v^[ \t　 ]+%(%(parent|上级)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmOption_39_1
syntax match ctmmKind_38_4 /\v[ \t　 ]*%(%(formula|rubric|公式|量规)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmOption_38_3 /\v[ \t　 ]*%(cumulative|own[ \t]+level|累计|本级)/ contained nextgroup=ctmmComment_end
syntax match ctmmBracket_38_2 /\v[ \t　 ]*%([,，])/ contained nextgroup=ctmmOption_38_3
syntax match ctmmOption_38_1 /\v[ \t　 ]*%(mean[ \t]+of[ \t]+clauses|条款平均)/ contained nextgroup=ctmmBracket_38_2,ctmmOption_38_3
syntax match ctmmMark_38_0 /\v^[ \t　 ]+%(%(leaf|叶)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmOption_38_1,ctmmKind_38_4
syntax match ctmmHeading_37_0 /\v%(%(method|计算方法)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmName_36_1 /\v[ \t　 ]*%("%([^"]|"")*"%([ \t　 ]|$)@=|“[^”]*”%([ \t　 ]|$)@=|[^ \t　 "][^ \t　 ]*)/ contained nextgroup=ctmmNumber_36_2
syntax match ctmmNumber_36_2 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?%([0-9０-９])@!)/ contained nextgroup=ctmmComment_end
syntax match ctmmIdentifier_36_0 /\v^[ \t　 ]+%([a-z][a-z0-9_-]*%([ \t　 ]+%("%([^"]|"")*"|[^ \t　 ]+)[ \t　 ]+[0-9０-９.．]+[ \t　 ]*%($|[ \t　 ]{2}[#＃]))@=)/ contained nextgroup=ctmmName_36_1
syntax match ctmmName_35_1 /\v[ \t　 ]*%("%([^"]|"")*"%([ \t　 ]|$)@=|“[^”]*”%([ \t　 ]|$)@=|[^ \t　 "][^ \t　 ]*)/ contained nextgroup=ctmmComment_end
syntax match ctmmHeading_35_0 /\v%(%(scale|评分尺度)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmName_35_1,ctmmComment_end
syntax match ctmmHeading_33_0 /\v%(%(classes|城市类别)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmText_32_1 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmMark_32_0 /\v^[ \t　 ]+%(%(motto|特征语)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmText_32_1
syntax match ctmmName_31_1 /\v[ \t　 ]*%("%([^"]|"")*"%([ \t　 ]|$)@=|“[^”]*”%([ \t　 ]|$)@=|[^ \t　 "][^ \t　 ]*)/ contained nextgroup=ctmmComment_end
syntax match ctmmLevel_31_0 /\v^[ \t　 ]+%(%([0-9０-９]{1,15}|[一二三四五六七八九十]级)%([ \t　 ]+%("%([^"]|"")*"|[^ \t　 ]+)[ \t　 ]*%($|[ \t　 ]{2}[#＃]))@=)/ contained nextgroup=ctmmName_31_1
syntax match ctmmHeading_30_0 /\v%(%(levels|成熟度等级)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmName_29_2 /\v[ \t　 ]*%("%([^"]|"")*"%([ \t　 ]|$)@=|“[^”]*”%([ \t　 ]|$)@=|[^ \t　 "][^ \t　 ]*)/ contained nextgroup=ctmmString_29_3,ctmmComment_end
syntax match ctmmString_29_3 /\v[ \t　 ]*%("%([^"]|"")*"|“[^”]*”)/ contained nextgroup=ctmmComment_end
syntax match ctmmIdentifier_29_1 /\v[ \t　 ]*%([A-Za-z0-9][A-Za-z0-9.+\/_-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmName_29_2
syntax match ctmmHeading_29_0 /\v%(%(abbreviation|缩略语)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_29_1
syntax match ctmmName_28_2 /\v[ \t　 ]*%("%([^"]|"")*"%([ \t　 ]|$)@=|“[^”]*”%([ \t　 ]|$)@=|[^ \t　 "][^ \t　 ]*)/ contained nextgroup=ctmmString_28_3,ctmmComment_end
syntax match ctmmString_28_3 /\v[ \t　 ]*%("%([^"]|"")*"|“[^”]*”)/ contained nextgroup=ctmmComment_end
syntax match ctmmNumber_28_1 /\v[ \t　 ]*%([^ \t　 "“#＃][^ \t　 ]*)/ contained nextgroup=ctmmName_28_2
syntax match ctmmHeading_28_0 /\v%(%(term|术语)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmNumber_28_1
syntax match ctmmText_27_1 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmLabel_27_0 /\v^[ \t　 ]+%([[［][0-9０-９]+[\]］])/ contained nextgroup=ctmmText_27_1
syntax match ctmmHeading_26_0 /\v%(%(bibliography|参考文献)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmHeading_25_0 /\v%(%(references|引用文件)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmText_24_1 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmLabel_24_0 /\v^[ \t　 ]+%([a-zａ-ｚ]{1,2}[)）]|[-－])/ contained nextgroup=ctmmText_24_1,ctmmComment_end
syntax match ctmmText_23_2 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmNumber_23_1 /\v[ \t　 ]*%([^ \t　 "“#＃][^ \t　 ]*)/ contained nextgroup=ctmmText_23_2
syntax match ctmmMark_23_0 /\v^[ \t　 ]+%(%(figure|图)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmNumber_23_1
syntax match ctmmName_22_2 /\v[ \t　 ]*%("%([^"]|"")*"%([ \t　 ]|$)@=|“[^”]*”%([ \t　 ]|$)@=|[^ \t　 "][^ \t　 ]*)/ contained nextgroup=ctmmComment_end
syntax match ctmmNumber_22_1 /\v[ \t　 ]*%([^ \t　 "“#＃][^ \t　 ]*%([ \t　 ]+%([#＃])@![^ \t　 ])@=)/ contained nextgroup=ctmmName_22_2
syntax match ctmmHeading_22_0 /\v%(%(section|章)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmNumber_22_1,ctmmName_22_2
syntax match ctmmText_21_7 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmText_21_4 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmPin_21_6 /\v[ \t　 ]*%(\[[0-9a-f]{8}\])/ contained nextgroup=ctmmText_21_7,ctmmComment_end
syntax match ctmmPin_21_3 /\v[ \t　 ]*%(\[[0-9a-f]{8}[ \t]+[0-9a-f]{8}\])/ contained nextgroup=ctmmText_21_4,ctmmComment_end
syntax match ctmmIdentifier_21_2 /\v[ \t　 ]*%([A-Za-z0-9][A-Za-z0-9._-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmPin_21_3,ctmmText_21_4,ctmmComment_end
syntax match ctmmIdentifier_21_0 /\v^[ \t　 ]+%([A-Za-z0-9][A-Za-z0-9._-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmRelation_21_5,ctmmRelation_21_1
syntax match ctmmRelation_21_1 /\v[ \t　 ]*%(%(exact|close|broad|narrow|related|相同|相近|更宽|更窄|相关)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_21_2
syntax match ctmmRelation_21_5 /\v[ \t　 ]*%(%(none|无)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmPin_21_6,ctmmText_21_7,ctmmComment_end
syntax match ctmmIdentifier_20_3 /\v[ \t　 ]*%([A-Za-z0-9][A-Za-z0-9._-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmIdentifier_20_1 /\v[ \t　 ]*%([A-Za-z0-9][A-Za-z0-9._-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmOperator_20_2
syntax match ctmmHeading_20_0 /\v%(%(crosswalk|对照)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_20_1
syntax match ctmmOperator_20_2 /\v[ \t　 ]*%(-\>|→|－＞)/ contained nextgroup=ctmmIdentifier_20_3
syntax match ctmmWeight_18_1 /\v[ \t　 ]*%(权重[:：]?)/ contained nextgroup=ctmmWeight_18_2
syntax match ctmmIdentifier_18_0 /\v^[ \t　 ]+%([A-Za-z0-9][A-Za-z0-9._-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmWeight_18_2,ctmmWeight_18_1
syntax match ctmmWeight_18_2 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?[ \t]*[%％])/ contained nextgroup=ctmmComment_end
syntax match ctmmHeading_17_0 /\v%(%(weights|权重)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmText_16_1 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmMark_16_0 /\v^[ \t　 ]+%(%(status|地位)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmText_16_1
syntax match ctmmIdentifier_15_1 /\v[ \t　 ]*%([A-Za-z0-9][A-Za-z0-9._-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmMark_15_0 /\v^[ \t　 ]+%(%(scoring|计分同)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_15_1
syntax match ctmmName_14_4 /\v[ \t　 ]*%("%([^"]|"")*"%([ \t　 ]|$)@=|“[^”]*”%([ \t　 ]|$)@=|[^ \t　 "][^ \t　 ]*)/ contained nextgroup=ctmmComment_end
syntax match ctmmIdentifier_14_3 /\v[ \t　 ]*%([A-Za-z0-9][A-Za-z0-9._-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmName_14_4,ctmmComment_end
syntax match ctmmOption_14_2 /\v[ \t　 ]*%(%(of|于)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_14_3
syntax match ctmmIdentifier_14_1 /\v[ \t　 ]*%([A-Za-z0-9][A-Za-z0-9._-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmOption_14_2
syntax match ctmmHeading_14_0 /\v%(%(profile|剖面)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_14_1
syntax match ctmmText_12_1 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmNote_12_0 /\v^[ \t　 ]+%([@＠]%(en|source|note|英文|出处|备注)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmText_12_1
syntax match ctmmNumber_11_1 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?%([0-9０-９])@!)/ contained nextgroup=ctmmComment_end
syntax match ctmmNote_11_0 /\v^[ \t　 ]+%([@＠]%(builds-on|基于)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmNumber_11_1
syntax match ctmmIdentifier_10_1 /\v[ \t　 ]*%(%(%(if|then|else|and|or|not|empty|per|each|min|max)%([A-Za-z0-9_])@!)@![A-Za-z][A-Za-z0-9_]*%([A-Za-z0-9_-])@!)/ contained nextgroup=ctmmComment_end
syntax match ctmmNote_10_0 /\v^[ \t　 ]+%([@＠]%(within|属于)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_10_1
syntax match ctmmText_9_2 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmIdentifier_9_1 /\v[ \t　 ]*%([A-Za-z0-9][A-Za-z0-9._-]*%([:：][A-Za-z0-9][A-Za-z0-9._-]*)?%(\/[0-9]+[a-z]{0,2})?%([ \t　 ]|$)@=)/ contained nextgroup=ctmmText_9_2,ctmmComment_end
syntax match ctmmNote_9_0 /\v^[ \t　 ]+%([@＠]%(see|参见)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_9_1
syntax match ctmmString_8_2 /\v[ \t　 ]*%("%([^"]|"")*"|“[^”]*”)/ contained nextgroup=ctmmComment_end
syntax match ctmmCode_8_1 /\v[ \t　 ]*%([A-Z]{2}[0-9]{4}%([ \t　 ]|$)@=)/ contained nextgroup=ctmmString_8_2,ctmmComment_end
syntax match ctmmNote_8_0 /\v^[ \t　 ]+%([@＠]%(allow|容许)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmCode_8_1
syntax match ctmmText_7_2 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmString_7_1 /\v[ \t　 ]*%("%([^"]|"")*"|“[^”]*”)/ contained nextgroup=ctmmText_7_2,ctmmComment_end
syntax match ctmmNote_7_0 /\v^[ \t　 ]+%([@＠]%(erratum|勘误)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmString_7_1
syntax match ctmmNumber_6_3 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?%([%％]?%(\.\.|．．|[-–—~～－])[0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?)?%([ \t]*[%％])?%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmOperator_6_2 /\v[ \t　 ]*%([>＞][=＝]|[<＜][=＝]|[><=≥≤＞＜＝])/ contained nextgroup=ctmmNumber_6_3
syntax match ctmmIdentifier_6_1 /\v[ \t　 ]*%([A-Za-z][A-Za-z0-9_-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmOperator_6_2
syntax match ctmmNote_6_0 /\v^[ \t　 ]+%([@＠]%(metric|指标)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_6_1
syntax match ctmmText_5_4 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmRelation_5_2 /\v[ \t　 ]*%(%(verbatim|abridged|reworded|merged|moved|逐字|节选|改写|合并|移级)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmIdentifier_5_1 /\v[ \t　 ]*%([A-Za-z0-9][A-Za-z0-9._-]*%([:：][A-Za-z0-9][A-Za-z0-9._-]*)?%(\/[0-9]+[a-z]{0,2})?%([ \t　 ]|$)@=)/ contained nextgroup=ctmmRelation_5_2
syntax match ctmmNote_5_0 /\v^[ \t　 ]+%([@＠]%(from|来自)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmRelation_5_3,ctmmIdentifier_5_1
syntax match ctmmRelation_5_3 /\v[ \t　 ]*%(%(none|无)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmText_5_4,ctmmComment_end
syntax match ctmmOption_4_1 /\v[ \t　 ]*%(of[ \t　]+total|占总分)/ contained nextgroup=ctmmComment_end
syntax match ctmmHeading_4_0 /\v^[ \t　 ]+%(%(weights|权重)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmOption_4_1
syntax match ctmmIdentifier_3_1 /\v[ \t　 ]*%([A-Za-z0-9][A-Za-z0-9._-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmMark_3_0 /\v^[ \t　 ]+%(%(subset-of|子集于)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_3_1
syntax match ctmmText_2_1 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmMark_2_0 /\v^[ \t　 ]+%(%(layers|层次)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmText_2_1
syntax match ctmmText_1_1 /\v[ \t　 ]*%([^ \t　 @＠].*)/ contained
syntax match ctmmMark_1_0 /\v^[ \t　 ]+%(%(edition|number|plan|published|effective|issuer|版本|标准号|计划号|发布|实施|发布机构)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmText_1_1
syntax match ctmmName_0_2 /\v[ \t　 ]*%("%([^"]|"")*"%([ \t　 ]|$)@=|“[^”]*”%([ \t　 ]|$)@=|[^ \t　 "][^ \t　 ]*)/ contained nextgroup=ctmmComment_end
syntax match ctmmIdentifier_0_1 /\v[ \t　 ]*%([A-Za-z0-9][A-Za-z0-9._-]*%([ \t　 ]|$)@=)/ contained nextgroup=ctmmName_0_2
syntax match ctmmHeading_0_0 /\v%(%(standard|标准)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmIdentifier_0_1
syntax match ctmmIdentifier_68_1 /\v[ \t　 ]*%(%(%(if|then|else|and|or|not|empty|per|each|min|max)%([A-Za-z0-9_])@!)@![A-Za-z][A-Za-z0-9_]*%([A-Za-z0-9_-])@!)/ contained nextgroup=ctmmCalculation_68_2
syntax match ctmmNumber_68_5 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?%([0-9０-９])@!)/ contained nextgroup=ctmmComment_end
syntax match ctmmCalculation_68_4 /\v[ \t　 ]*%(up[ \t　]+to|最高)/ contained nextgroup=ctmmNumber_68_5
syntax match ctmmNumber_68_3 /\v[ \t　 ]*%([0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?%([0-9０-９])@!)/ contained nextgroup=ctmmCalculation_68_4,ctmmComment_end
syntax match ctmmCalculation_68_2 /\v[ \t　 ]*%(%(each|各得)%(%([a-z])@<!|%([0-9A-Za-z_])@!))/ contained nextgroup=ctmmNumber_68_3
syntax match ctmmMark_68_0 /\v^[ \t　 ]+%(%(per|每)%(%([a-z])@<!|%([0-9A-Za-z_])@!)%([ \t　]*[A-Za-z][A-Za-z0-9_]*[ \t　]+each[ \t　 ]|[ \t　]*[A-Za-z][A-Za-z0-9_]*[ \t　]*各得)@=)/ contained nextgroup=ctmmIdentifier_68_1
syntax match ctmmOption_19_3 /\v[ \t　 ]*%(%(equal|等权)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmComment_end
syntax match ctmmOption_19_2 /\v[ \t　 ]*%(%(total|总体)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmOption_19_3
syntax match ctmmHeading_19_1 /\v[ \t　 ]*%(%(domain|subdomain|item|能力域|能力子域|能力项|一级指标|二级指标|三级指标|维度|子维度|特征)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmOption_19_3
syntax match ctmmOption_19_0 /\v^[ \t　 ]+%(%(within|同一)%([ \t　 ]|$)@=)/ contained nextgroup=ctmmHeading_19_1,ctmmOption_19_2
syntax match ctmmIdentifier_calculationIDENT /\v%(%(if|then|else|and|or|not|empty|per|each|min|max)%([A-Za-z0-9_])@!)@![A-Za-z][A-Za-z0-9_]*%([A-Za-z0-9_-])@!/ contained
syntax match ctmmCalculation_calculationCHOOSE /\v%(choose|择一)%(%([a-z])@<!|%([0-9A-Za-z_])@!)/ contained
syntax match ctmmCalculation_calculationCHECKLIST /\v%(checklist|清单)%(%([a-z])@<!|%([0-9A-Za-z_])@!)/ contained
syntax match ctmmCalculation_calculationUP_TO /\vup[ \t　]+to|最高/ contained
syntax match ctmmNumber_calculationNUMERAL /\v[0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?%([0-9０-９])@!/ contained
syntax match ctmmCalculation_calculationTIER /\v%(tier|分档)%(%([a-z])@<!|%([0-9A-Za-z_])@!)/ contained
syntax match ctmmCalculation_calculationTHEN /\v%(then|则)%(%([a-z])@<!|%([0-9A-Za-z_])@!)/ contained
syntax match ctmmCalculation_calculationELSE /\v%(else|否则)%(%([a-z])@<!|%([0-9A-Za-z_])@!)/ contained
syntax match ctmmCalculation_calculationOR /\v%(or|或)%(%([a-z])@<!|%([0-9A-Za-z_])@!)/ contained
syntax match ctmmCalculation_calculationAND /\v%(and|且)%(%([a-z])@<!|%([0-9A-Za-z_])@!)/ contained
syntax match ctmmOperator_calculationOP /\v[>＞][=＝]|[<＜][=＝]|[><=≥≤＞＜＝]/ contained
syntax match ctmmOperator_calculationSIGN /\v[-+＋－−–]/ contained
syntax match ctmmOperator_calculationDIVIDED /\v[\/÷／]/ contained
syntax match ctmmCalculation_calculationEMPTY /\v%(empty|除数为零时)%(%([a-z])@<!|%([0-9A-Za-z_])@!)/ contained
syntax match ctmmOperator_calculationTIMES /\v[*×＊]/ contained
syntax match ctmmBracket_calculationOPEN /\v[(（]/ contained
syntax match ctmmBracket_calculationCLOSE /\v[)）]/ contained
syntax match ctmmCalculation_calculationEACH /\v%(each|各得)%(%([a-z])@<!|%([0-9A-Za-z_])@!)/ contained
syntax match ctmmBracket_calculationCOMMA /\v[,，]/ contained
syntax match ctmmWeight_calculationPERCENT /\v[0-9０-９]{1,15}%([.．][0-9０-９]{1,15})?[ \t]*[%％]/ contained
syntax match ctmmCalculation_calculationIF /\v%(if|若)%(%([a-z])@<!|%([0-9A-Za-z_])@!)/ contained
syntax match ctmmCalculation_calculationNOT /\v%(not|非)%(%([a-z])@<!|%([0-9A-Za-z_])@!)/ contained
syntax match ctmmCalculation_calculationPER /\v%(per|每)%(%([a-z])@<!|%([0-9A-Za-z_])@!)/ contained
syntax match ctmmFunction_calculationEXTREME /\v%(min|max|取小|取大)%([ \t　]*[(（])@=/ contained
syntax cluster ctmmCalculation contains=ctmmComment_end,ctmmIdentifier_calculationIDENT,ctmmCalculation_calculationCHOOSE,ctmmCalculation_calculationCHECKLIST,ctmmCalculation_calculationUP_TO,ctmmNumber_calculationNUMERAL,ctmmCalculation_calculationTIER,ctmmCalculation_calculationTHEN,ctmmCalculation_calculationELSE,ctmmCalculation_calculationOR,ctmmCalculation_calculationAND,ctmmOperator_calculationOP,ctmmOperator_calculationSIGN,ctmmOperator_calculationDIVIDED,ctmmCalculation_calculationEMPTY,ctmmOperator_calculationTIMES,ctmmBracket_calculationOPEN,ctmmBracket_calculationCLOSE,ctmmCalculation_calculationEACH,ctmmBracket_calculationCOMMA,ctmmWeight_calculationPERCENT,ctmmCalculation_calculationIF,ctmmCalculation_calculationNOT,ctmmCalculation_calculationPER,ctmmFunction_calculationEXTREME
syntax match ctmmComment /\v^[ \t　 ]*[#＃].*$/
syntax match ctmmComment_end /\v[ \t　 ]{2,}[#＃].*$/ contained
highlight default link ctmmHeading Statement
highlight default link ctmmMark Keyword
highlight default link ctmmNote PreProc
highlight default link ctmmLevel Type
highlight default link ctmmLabel Special
highlight default link ctmmRelation Constant
highlight default link ctmmOption Constant
highlight default link ctmmKind Type
highlight default link ctmmCalculation Conditional
highlight default link ctmmFunction Function
highlight default link ctmmIdentifier Identifier
highlight default link ctmmCode Constant
highlight default link ctmmName Title
highlight default link ctmmString String
highlight default link ctmmNumber Number
highlight default link ctmmWeight Number
highlight default link ctmmUnit Type
highlight default link ctmmOperator Operator
highlight default link ctmmBracket Delimiter
highlight default link ctmmPin Special
highlight default link ctmmComment Comment
highlight default link ctmmWrong Error
highlight default link ctmmComment_end ctmmComment
highlight default link ctmmHeading_0_0 ctmmHeading
highlight default link ctmmIdentifier_0_1 ctmmIdentifier
highlight default link ctmmName_0_2 ctmmName
highlight default link ctmmMark_1_0 ctmmMark
highlight default link ctmmMark_2_0 ctmmMark
highlight default link ctmmMark_3_0 ctmmMark
highlight default link ctmmIdentifier_3_1 ctmmIdentifier
highlight default link ctmmHeading_4_0 ctmmHeading
highlight default link ctmmOption_4_1 ctmmOption
highlight default link ctmmNote_5_0 ctmmNote
highlight default link ctmmIdentifier_5_1 ctmmIdentifier
highlight default link ctmmRelation_5_2 ctmmRelation
highlight default link ctmmRelation_5_3 ctmmRelation
highlight default link ctmmNote_6_0 ctmmNote
highlight default link ctmmIdentifier_6_1 ctmmIdentifier
highlight default link ctmmOperator_6_2 ctmmOperator
highlight default link ctmmNumber_6_3 ctmmNumber
highlight default link ctmmNote_7_0 ctmmNote
highlight default link ctmmString_7_1 ctmmString
highlight default link ctmmNote_8_0 ctmmNote
highlight default link ctmmCode_8_1 ctmmCode
highlight default link ctmmString_8_2 ctmmString
highlight default link ctmmNote_9_0 ctmmNote
highlight default link ctmmIdentifier_9_1 ctmmIdentifier
highlight default link ctmmNote_10_0 ctmmNote
highlight default link ctmmIdentifier_10_1 ctmmIdentifier
highlight default link ctmmNote_11_0 ctmmNote
highlight default link ctmmNumber_11_1 ctmmNumber
highlight default link ctmmNote_12_0 ctmmNote
highlight default link ctmmHeading_14_0 ctmmHeading
highlight default link ctmmIdentifier_14_1 ctmmIdentifier
highlight default link ctmmOption_14_2 ctmmOption
highlight default link ctmmIdentifier_14_3 ctmmIdentifier
highlight default link ctmmName_14_4 ctmmName
highlight default link ctmmMark_15_0 ctmmMark
highlight default link ctmmIdentifier_15_1 ctmmIdentifier
highlight default link ctmmMark_16_0 ctmmMark
highlight default link ctmmHeading_17_0 ctmmHeading
highlight default link ctmmIdentifier_18_0 ctmmIdentifier
highlight default link ctmmWeight_18_1 ctmmWeight
highlight default link ctmmWeight_18_2 ctmmWeight
highlight default link ctmmOption_19_0 ctmmOption
highlight default link ctmmHeading_19_1 ctmmHeading
highlight default link ctmmOption_19_2 ctmmOption
highlight default link ctmmOption_19_3 ctmmOption
highlight default link ctmmHeading_20_0 ctmmHeading
highlight default link ctmmIdentifier_20_1 ctmmIdentifier
highlight default link ctmmOperator_20_2 ctmmOperator
highlight default link ctmmIdentifier_20_3 ctmmIdentifier
highlight default link ctmmIdentifier_21_0 ctmmIdentifier
highlight default link ctmmRelation_21_1 ctmmRelation
highlight default link ctmmIdentifier_21_2 ctmmIdentifier
highlight default link ctmmPin_21_3 ctmmPin
highlight default link ctmmRelation_21_5 ctmmRelation
highlight default link ctmmPin_21_6 ctmmPin
highlight default link ctmmHeading_22_0 ctmmHeading
highlight default link ctmmNumber_22_1 ctmmNumber
highlight default link ctmmName_22_2 ctmmName
highlight default link ctmmMark_23_0 ctmmMark
highlight default link ctmmNumber_23_1 ctmmNumber
highlight default link ctmmLabel_24_0 ctmmLabel
highlight default link ctmmHeading_25_0 ctmmHeading
highlight default link ctmmHeading_26_0 ctmmHeading
highlight default link ctmmLabel_27_0 ctmmLabel
highlight default link ctmmHeading_28_0 ctmmHeading
highlight default link ctmmNumber_28_1 ctmmNumber
highlight default link ctmmName_28_2 ctmmName
highlight default link ctmmString_28_3 ctmmString
highlight default link ctmmHeading_29_0 ctmmHeading
highlight default link ctmmIdentifier_29_1 ctmmIdentifier
highlight default link ctmmName_29_2 ctmmName
highlight default link ctmmString_29_3 ctmmString
highlight default link ctmmHeading_30_0 ctmmHeading
highlight default link ctmmLevel_31_0 ctmmLevel
highlight default link ctmmName_31_1 ctmmName
highlight default link ctmmMark_32_0 ctmmMark
highlight default link ctmmHeading_33_0 ctmmHeading
highlight default link ctmmName_34_0 ctmmName
highlight default link ctmmNumber_34_1 ctmmNumber
highlight default link ctmmHeading_35_0 ctmmHeading
highlight default link ctmmName_35_1 ctmmName
highlight default link ctmmIdentifier_36_0 ctmmIdentifier
highlight default link ctmmName_36_1 ctmmName
highlight default link ctmmNumber_36_2 ctmmNumber
highlight default link ctmmHeading_37_0 ctmmHeading
highlight default link ctmmMark_38_0 ctmmMark
highlight default link ctmmOption_38_1 ctmmOption
highlight default link ctmmBracket_38_2 ctmmBracket
highlight default link ctmmOption_38_3 ctmmOption
highlight default link ctmmKind_38_4 ctmmKind
highlight default link ctmmMark_39_0 ctmmMark
highlight default link ctmmOption_39_1 ctmmOption
highlight default link ctmmBracket_39_2 ctmmBracket
highlight default link ctmmOption_39_3 ctmmOption
highlight default link ctmmMark_40_0 ctmmMark
highlight default link ctmmOption_40_1 ctmmOption
highlight default link ctmmOperator_40_2 ctmmOperator
highlight default link ctmmNumber_40_3 ctmmNumber
highlight default link ctmmOption_40_4 ctmmOption
highlight default link ctmmMark_41_0 ctmmMark
highlight default link ctmmOption_41_1 ctmmOption
highlight default link ctmmMark_42_0 ctmmMark
highlight default link ctmmOption_42_1 ctmmOption
highlight default link ctmmMark_43_0 ctmmMark
highlight default link ctmmOption_43_1 ctmmOption
highlight default link ctmmHeading_44_0 ctmmHeading
highlight default link ctmmMark_45_0 ctmmMark
highlight default link ctmmIdentifier_45_1 ctmmIdentifier
highlight default link ctmmNumber_45_2 ctmmNumber
highlight default link ctmmMark_46_0 ctmmMark
highlight default link ctmmIdentifier_46_1 ctmmIdentifier
highlight default link ctmmNumber_46_2 ctmmNumber
highlight default link ctmmOperator_46_3 ctmmOperator
highlight default link ctmmNumber_46_4 ctmmNumber
highlight default link ctmmHeading_47_0 ctmmHeading
highlight default link ctmmIdentifier_47_1 ctmmIdentifier
highlight default link ctmmName_47_2 ctmmName
highlight default link ctmmKind_47_3 ctmmKind
highlight default link ctmmHeading_48_0 ctmmHeading
highlight default link ctmmIdentifier_48_1 ctmmIdentifier
highlight default link ctmmName_48_2 ctmmName
highlight default link ctmmKind_48_3 ctmmKind
highlight default link ctmmUnit_48_4 ctmmUnit
highlight default link ctmmKind_48_5 ctmmKind
highlight default link ctmmMark_49_0 ctmmMark
highlight default link ctmmNumber_49_1 ctmmNumber
highlight default link ctmmMark_50_0 ctmmMark
highlight default link ctmmIdentifier_50_1 ctmmIdentifier
highlight default link ctmmOperator_51_0 ctmmOperator
highlight default link ctmmHeading_52_0 ctmmHeading
highlight default link ctmmIdentifier_52_1 ctmmIdentifier
highlight default link ctmmName_52_2 ctmmName
highlight default link ctmmLevel_53_0 ctmmLevel
highlight default link ctmmHeading_54_0 ctmmHeading
highlight default link ctmmName_54_1 ctmmName
highlight default link ctmmHeading_55_0 ctmmHeading
highlight default link ctmmIdentifier_55_1 ctmmIdentifier
highlight default link ctmmName_55_2 ctmmName
highlight default link ctmmWeight_55_3 ctmmWeight
highlight default link ctmmWeight_55_4 ctmmWeight
highlight default link ctmmMark_56_0 ctmmMark
highlight default link ctmmNumber_56_1 ctmmNumber
highlight default link ctmmLevel_56_2 ctmmLevel
highlight default link ctmmMark_57_0 ctmmMark
highlight default link ctmmNumber_57_1 ctmmNumber
highlight default link ctmmMark_58_0 ctmmMark
highlight default link ctmmNumber_58_1 ctmmNumber
highlight default link ctmmLevel_59_0 ctmmLevel
highlight default link ctmmMark_60_0 ctmmMark
highlight default link ctmmMark_61_0 ctmmMark
highlight default link ctmmIdentifier_61_1 ctmmIdentifier
highlight default link ctmmName_61_2 ctmmName
highlight default link ctmmOperator_61_3 ctmmOperator
highlight default link ctmmMark_62_0 ctmmMark
highlight default link ctmmOperator_62_1 ctmmOperator
highlight default link ctmmMark_63_0 ctmmMark
highlight default link ctmmIdentifier_63_1 ctmmIdentifier
highlight default link ctmmOperator_64_0 ctmmOperator
highlight default link ctmmNumber_64_1 ctmmNumber
highlight default link ctmmWeight_64_2 ctmmWeight
highlight default link ctmmOperator_64_3 ctmmOperator
highlight default link ctmmNumber_64_4 ctmmNumber
highlight default link ctmmWeight_64_5 ctmmWeight
highlight default link ctmmNumber_64_6 ctmmNumber
highlight default link ctmmMark_65_0 ctmmMark
highlight default link ctmmNumber_65_1 ctmmNumber
highlight default link ctmmIdentifier_66_0 ctmmIdentifier
highlight default link ctmmNumber_66_1 ctmmNumber
highlight default link ctmmMark_67_0 ctmmMark
highlight default link ctmmIdentifier_67_1 ctmmIdentifier
highlight default link ctmmNumber_67_2 ctmmNumber
highlight default link ctmmMark_68_0 ctmmMark
highlight default link ctmmIdentifier_68_1 ctmmIdentifier
highlight default link ctmmCalculation_68_2 ctmmCalculation
highlight default link ctmmNumber_68_3 ctmmNumber
highlight default link ctmmCalculation_68_4 ctmmCalculation
highlight default link ctmmNumber_68_5 ctmmNumber
highlight default link ctmmHeading_69_0 ctmmHeading
highlight default link ctmmIdentifier_69_1 ctmmIdentifier
highlight default link ctmmMark_70_0 ctmmMark
highlight default link ctmmMark_71_0 ctmmMark
highlight default link ctmmName_71_1 ctmmName
highlight default link ctmmHeading_72_0 ctmmHeading
highlight default link ctmmIdentifier_73_0 ctmmIdentifier
highlight default link ctmmIdentifier_73_1 ctmmIdentifier
highlight default link ctmmCalculation_calculationCHOOSE ctmmCalculation
highlight default link ctmmIdentifier_calculationIDENT ctmmIdentifier
highlight default link ctmmCalculation_calculationCHECKLIST ctmmCalculation
highlight default link ctmmCalculation_calculationUP_TO ctmmCalculation
highlight default link ctmmNumber_calculationNUMERAL ctmmNumber
highlight default link ctmmCalculation_calculationTIER ctmmCalculation
highlight default link ctmmCalculation_calculationIF ctmmCalculation
highlight default link ctmmCalculation_calculationTHEN ctmmCalculation
highlight default link ctmmCalculation_calculationELSE ctmmCalculation
highlight default link ctmmCalculation_calculationOR ctmmCalculation
highlight default link ctmmCalculation_calculationAND ctmmCalculation
highlight default link ctmmCalculation_calculationNOT ctmmCalculation
highlight default link ctmmOperator_calculationOP ctmmOperator
highlight default link ctmmOperator_calculationSIGN ctmmOperator
highlight default link ctmmOperator_calculationDIVIDED ctmmOperator
highlight default link ctmmCalculation_calculationEMPTY ctmmCalculation
highlight default link ctmmOperator_calculationTIMES ctmmOperator
highlight default link ctmmBracket_calculationOPEN ctmmBracket
highlight default link ctmmBracket_calculationCLOSE ctmmBracket
highlight default link ctmmCalculation_calculationPER ctmmCalculation
highlight default link ctmmCalculation_calculationEACH ctmmCalculation
highlight default link ctmmFunction_calculationEXTREME ctmmFunction
highlight default link ctmmBracket_calculationCOMMA ctmmBracket
highlight default link ctmmWeight_calculationPERCENT ctmmWeight
syntax sync fromstart
let b:current_syntax = 'ctmm'
