"""docs/borders.md: the tables of seeds/borders/ for readers."""

HEAD = """# Borders and their sources

The map shows borders and names of states of the day, from 1878 to 1931. This page is
written by `script/import-borders` from the tables in `seeds/borders/`.

The lines are today's borders of Natural Earth where these are older than the change, and
lines drawn by hand elsewhere. **Precision** is how far the true line may lie from the one
drawn, in kilometres. Lines of 15 km or more are dashed on the map. That is so for fronts,
claims, governments in dispute and borders that were never surveyed.

**Checked, and not.** The tables were first written down from general knowledge. Of the
{all} changes below, {checked} have been compared with a page that says the same of the date
and of what belonged to whom from then on; the column "checked" links to that page, as it was
read on 27 November 2026. Most of these pages are encyclopaedias and chronicles, not the
treaties themselves. No change without a link, no line drawn by hand and no precision has
been checked.

In the former Russian Empire of 1918 to 1921 most borders are approximate. Fronts moved
daily; a name stands for the government that held, or claimed, most of an area.

Not drawn: the fronts of the World War and of the Civil War, the governments of the other
sides of the Civil War, Greek and Allied zones in Turkey, and small areas that the sources
below name. A name on the map is no judgement on a claim.

"""


def describe(tables):
    """The page."""
    names = {state["id"]: state["name"] for state in tables["states"]["state"]}
    changes = tables["changes"]["change"]
    checked = sum("checked" in row for row in changes)
    lines = [HEAD.format(all=len(changes), checked=checked), "## Changes\n\n"]
    lines.append("| from | state | areas | precision | source | checked |\n|---|---|---|---|---|---|\n")
    for row in changes:
        areas = ", ".join(row.get("units", []))
        if "all_of" in row:
            areas = f"all of {names[row['all_of']]}" + (f", {areas}" if areas else "")
        km = row.get("precision_km", 1)
        url = row.get("checked", "").replace("(", "%28").replace(")", "%29")
        page = f"[page]({url})" if url else "not checked"
        lines.append(f"| {row['date']} | {names[row['state']]} | {areas} | {km} km | {row['source']} | {page} |\n")
    lines.append("\n## Lines drawn by hand\n\n| line | precision | source |\n|---|---|---|\n")
    for cut in tables["units"]["cut"]:
        lines.append(f"| {cut['id']} | {cut['precision_km']} km | {cut['source']} |\n")
    return "".join(lines)
