"""Lets the reference show doctests as code: fences each block that begins with `>>>` (an extension of griffe)."""

import re

import griffe

_BLOCK = re.compile(r"^>>> .*\n?(?:(?!\n).+\n?)*", re.MULTILINE)


class DoctestBlocks(griffe.Extension):
    """Puts every doctest of a docstring into a fence."""

    def on_instance(self, *, obj: griffe.Object, **kwargs: object) -> None:
        """Called for each module, class, function and attribute."""
        if obj.docstring is not None:
            obj.docstring.value = _BLOCK.sub(lambda block: f"```pycon\n{block[0].rstrip()}\n```\n", obj.docstring.value)
