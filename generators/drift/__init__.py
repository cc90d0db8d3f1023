"""A part beside the standard that it comes from, as a document. Called by `ctmm drift`, not by a build."""
