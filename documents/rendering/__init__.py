"""Pages of blocks as HTML, PDF, DOCX and XLSX: one module and one library for each format.

Nothing is imported here, so that the slow libraries load only where a file is really made.
"""
