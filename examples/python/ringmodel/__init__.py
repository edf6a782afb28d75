"""The dealer ring, in exact rational arithmetic. One module a chapter of the specification."""
