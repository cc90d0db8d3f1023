"""The language server: a spec in an editor, checked while it is being typed.

In: texts as a client has them, and places in them. Out: findings, hovers, completions, edits. Each feature is a room of its own: a function
from a project and a place to values that know nothing of the protocol. `protocol` talks to the client and, with `convert`, which turns
values into the protocol's, is all that needs pygls.
"""
