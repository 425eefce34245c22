"""What asks the register: one file for each question, each gives an answer with its tables."""
