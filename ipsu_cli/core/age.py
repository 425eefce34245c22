"""What the files and the keys of `age` are known by."""

ENDING = ".age"
BEGINS = b"age-encryption.org/v1"
IDENTITY = "AGE-SECRET-KEY-"  # a private key
