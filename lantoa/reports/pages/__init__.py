"""What people see and press: the list, the report being written, the report being issued, the files."""
