"""What changes the register: one file for each command or each noun's steps."""
