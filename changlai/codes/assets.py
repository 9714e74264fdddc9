"""Images, PDFs and other files."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {
    "asset-empty": Code(
        "error",
        N_("This file is empty."),
        N_("Copy the file here again; a copy that was broken off leaves an empty file."),
    ),
    "asset-broken": Code(
        "error",
        N_("This picture is damaged or was only half copied."),
        N_("Open it on your computer. If it looks right there, save it anew as JPEG or PNG; if not, ask for the original."),
    ),
    "asset-mismatch": Code(
        "error",
        N_("This file is named %(suffix)s, but it holds something else (%(found)s)."),
        N_("Download or copy the picture itself again: what was saved is not the picture."),
    ),
    "asset-extension": Code(
        "error",
        N_("The name of this file does not fit: it is a %(found)s file."),
        N_("Rename it to %(name)s, and change the name where it is used."),
    ),
    "asset-heic": Code(
        "error",
        N_("This is an iPhone photo in the HEIC format, which most browsers cannot show."),
        N_(
            "Save it as JPEG: open it on the computer and choose “Save as” or “Export”. "
            "For the next photos, set the iPhone to Settings → Camera → Formats → Most Compatible."
        ),
    ),
    "asset-image-type": Code(
        "error",
        N_("Pictures of the type %(suffix)s cannot be shown by browsers."),
        N_("Open it in an image program, export it as JPEG (photos) or PNG (drawings, screenshots), and use that file."),
    ),
    "asset-video": Code(
        "error",
        N_("Video and sound (%(suffix)s) are not kept on this site."),
        N_("Put the video on a video platform, and write a link to it and what is said in it into the text."),
    ),
    "asset-office": Code(
        "error",
        N_("Office documents (%(suffix)s) are not published."),
        N_("Save the document as PDF, or paste its text into the story."),
    ),
    "asset-type": Code(
        "error",
        N_("Files of the type %(suffix)s are not published."),
        N_("Use JPEG, PNG, WebP, GIF, AVIF or SVG for pictures and PDF for documents. If the file is not needed, delete it."),
    ),
    "stray-heic": Code(
        "warning",
        N_("“%(name)s” is not published: it is an iPhone photo in the HEIC format, which most browsers cannot show."),
        N_(
            "Open it on the computer, choose “Save as” or “Export”, and save it as JPEG; use that file and delete this one. "
            "For the next photos, set the iPhone to Settings → Camera → Formats → Most Compatible."
        ),
    ),
    "stray-video": Code(
        "warning",
        N_("“%(name)s” is not published: video and sound are not kept on this site."),
        N_(
            "Put the video on a video platform, write a link to it into the text, [what it shows](https://…), and what is said in it. "
            "Then delete this file."
        ),
    ),
    "stray-document": Code(
        "warning",
        N_("“%(name)s” is not published: it is an office document."),
        N_("Copy its words into index.%(lang)s.md, or save it as PDF and link to that: [its title](file.pdf). Then delete this file."),
    ),
    "stray-picture": Code(
        "warning",
        N_("“%(name)s” is not published: browsers cannot show pictures of this type."),
        N_("Open it in an image program, export it as JPEG (photos) or PNG (drawings, screenshots), and use that file."),
    ),
    "asset-size": Code(
        "error",
        N_("This file has %(size)s MB; the limit is %(limit)s MB."),
        N_("Save it smaller: fewer pixels for a picture, “smallest file size” for a PDF."),
    ),
    "asset-pixels": Code(
        "error",
        N_("This picture is too large to be handled safely: %(width)s × %(height)s pixels, frames: %(frames)s."),
        N_("Make it smaller: at most %(limit)s pixels in all; 2000 pixels across are enough for a full page."),
    ),
    "asset-heavy": Code(
        "warning",
        N_("This picture has %(size)s MB (%(width)s × %(height)s pixels); readers on a phone will wait for it."),
        N_("Save it 2000 pixels wide or less, as JPEG of quality 80."),
    ),
    "asset-moving": Code(
        "warning",
        N_("This picture moves, and a reader cannot stop it."),
        N_("Use a still picture, or link to a video. Movement beside a text makes reading hard for many people."),
    ),
    "asset-moving-avif": Code(
        "error",
        N_("This AVIF picture moves; such files are not published."),
        N_("Use a still picture, or link to a video."),
    ),
    "asset-pdf": Code(
        "error",
        N_("This file is named .pdf, but it is not a PDF."),
        N_("Open the document in the program that made it and save or export it as PDF."),
    ),
    "asset-svg-broken": Code(
        "error",
        N_("This drawing cannot be read as SVG (%(reason)s)."),
        N_("Export it again as “plain SVG” from the program that made it, or use a PNG."),
    ),
    "asset-svg-entity": Code(
        "error",
        N_("This drawing defines abbreviations (ENTITY), which can be misused and are refused."),
        N_("Export it as “plain SVG” (in Illustrator: without “Preserve Illustrator Editing Capabilities”), or use a PNG."),
    ),
    "asset-svg-element": Code(
        "error",
        N_("This drawing holds <%(element)s>, which is not allowed in a picture."),
        N_("Export it as “plain SVG” with text turned into paths, or use a PNG. A text editor can also remove the element at this line."),
    ),
    "asset-svg-event": Code(
        "error",
        N_("This drawing holds a script (%(attribute)s)."),
        N_("Remove the attribute %(attribute)s at this line, or export the drawing as “plain SVG”."),
    ),
    "asset-svg-outside": Code(
        "error",
        N_("This drawing points outside itself: %(target)s"),
        N_("Embed what it needs when exporting (pictures embedded, text turned into paths), or use a PNG."),
    ),
    "asset-svg-picture": Code(
        "error",
        N_("A picture inside this drawing is damaged or not what it says it is."),
        N_("Export the drawing again with its pictures embedded as PNG or JPEG, or use a PNG."),
    ),
    "asset-svg-large": Code(
        "error",
        N_("This drawing has too many parts to be shown quickly."),
        N_("Simplify its paths in the program that made it, or use a PNG."),
    ),
    "asset-svg-size": Code(
        "warning",
        N_("This drawing does not say how large it is."),
        N_('Add to its first element: viewBox="0 0 WIDTH HEIGHT", with the numbers of the drawing.'),
    ),
}
