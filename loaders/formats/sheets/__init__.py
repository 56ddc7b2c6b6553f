"""Workbooks: from a file's parts to sheets of shown cells, and from these to the tables and lines that stand on them.

bytes ──archive──▶ parts ──ooxml, opendocument, biff──▶ Sheet ──blocks──▶ galley
"""
