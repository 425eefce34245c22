"""Why a case is closed, as far as the program itself tells it apart."""

# What should never have been entered: it counts in no figure, list or reminder.
IN_ERROR = "registered_in_error"
