"""The page of `ctmm analyse`: what a method does, as a document of plain blocks, for the writers of reports."""
