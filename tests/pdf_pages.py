"""PDF pages drawn by hand, for tests of what is read from them."""

HEIGHT, WIDTH = 842, 595


def at(x, y, text, *, size=11, bold=False, extra=""):
    """Text drawn at a place measured from the top left corner."""
    font = "F2" if bold else "F1"
    shown = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT {extra} /{font} {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm ({shown}) Tj ET\n"


def lines_at(x, y, *texts, step=14, **how):
    return "".join(at(x, y + i * step, text, **how) for i, text in enumerate(texts))


def rule(x0, y0, x1, y1):
    return f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S\n"


def grid(xs, ys):
    """The lines of a table with these edges."""
    across = "".join(rule(xs[0], y, xs[-1], y) for y in ys)
    return across + "".join(rule(x, ys[0], x, ys[-1]) for x in xs)


def pdf(*pages, rotate=0, crop=None, to_unicode=None):
    """A PDF of these content streams, with Helvetica as F1 and its bold as F2."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding {} >>"
    mapped = "/ToUnicode 5 0 R" if to_unicode else ""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", font.format("Helvetica", mapped)]
    objects.append(font.format("Helvetica-Bold", ""))
    cmap = to_unicode or ""
    objects.append(f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream")
    kids = []
    for content in pages:
        data = content if isinstance(content, str) else content.decode("latin-1")
        number = len(objects) + 1
        box = f"/CropBox [{' '.join(map(str, crop))}]" if crop else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] {box} /Rotate {rotate} "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {number + 1} 0 R >>"
        )
        objects.append(f"<< /Length {len(data.encode('latin-1'))} >>\nstream\n{data}\nendstream")
        kids.append(f"{number} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = b"%PDF-1.4\n"
    places = []
    for i, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{i} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
