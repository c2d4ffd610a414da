using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Tests.Support;

/// <summary>
/// A country IN with states A (districts A1 with stations A1a, A1b; A2) and B (no parts), and heads: body (murder, hurt),
/// women (rape*, attempt*, stalking), children (pocso*); * sensitive.
/// </summary>
internal static class SmallReference
{
    public static readonly ReferenceData Data = new(
        new JurisdictionTree(
        [
            Place(1, null, JurisdictionLevel.Country, "IN", 0, 1000),
            Place(2, 1, JurisdictionLevel.State, "A", 100, 200),
            Place(3, 2, JurisdictionLevel.District, "A1", 110, 120),
            Place(4, 3, JurisdictionLevel.Station, "A1a", 111, 112),
            Place(5, 3, JurisdictionLevel.Station, "A1b", 112, 113),
            Place(6, 2, JurisdictionLevel.District, "A2", 120, 130),
            Place(7, 1, JurisdictionLevel.State, "B", 200, 300),
        ]),
        new CrimeHeadTree(
        [
            Head(0, "all", null, CrimeHeadLevel.All),
            Head(1, "body", 0, CrimeHeadLevel.Category),
            Head(2, "women", 0, CrimeHeadLevel.Category),
            Head(3, "children", 0, CrimeHeadLevel.Category),
            Head(10, "murder", 1, CrimeHeadLevel.Head),
            Head(11, "hurt", 1, CrimeHeadLevel.Head),
            Head(20, "rape", 2, CrimeHeadLevel.Head, true),
            Head(21, "attempt", 2, CrimeHeadLevel.Head, true),
            Head(22, "stalking", 2, CrimeHeadLevel.Head),
            Head(30, "pocso", 3, CrimeHeadLevel.Head, true),
        ]),
        1);

    public static Jurisdiction Country => Data.Jurisdictions.Root!;

    private static Jurisdiction Place(int id, int? parent, JurisdictionLevel level, string code, int from, int until) =>
        new(id, parent, level, code, from, until, null, new Dictionary<string, string> { ["en"] = code }, null, null);

    private static CrimeHead Head(short id, string code, short? parent, CrimeHeadLevel level, bool isSensitive = false) =>
        new(id, code, parent, level, isSensitive, new Dictionary<string, string> { ["en"] = code });
}
