"""One table of everything that can be wrong: code → severity, message, hint.

An *error* is a page that would be wrong or unsafe: nothing is written. A *warning* is a page that is right but poorer.
The texts are English msgids of the tool's own catalogs; placeholders are `%(name)s`.
"""

from changlai.codes import assets, catalogs, content, links, markup, output, packets, reading, terms, translation, work
from changlai.codes.code import Code

CODES: dict[str, Code] = {
    **reading.CODES,
    **content.CODES,
    **markup.CODES,
    **links.CODES,
    **assets.CODES,
    **catalogs.CODES,
    **translation.CODES,
    **packets.CODES,
    **terms.CODES,
    **output.CODES,
    **work.CODES,
}
