using System.Globalization;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Tests.Core.Demo;

namespace CrimeInsight.Tests.Support;

/// <summary>The country, its states and districts straight from seed-data, so that tests of names need no database.</summary>
internal static class SeedPlaces
{
    private static readonly Lazy<JurisdictionTree> s_tree = new(Read);

    public static JurisdictionTree Tree => s_tree.Value;

    public static string StateOf(string code) => Tree.AncestorAt(Tree.Find(code)!, JurisdictionLevel.State)!.NameIn("en");

    private static JurisdictionTree Read()
    {
        var places = new List<Jurisdiction>
        {
            new(0, null, JurisdictionLevel.Country, "IN", 0, OrdinalPlan.CountryUntil, null, new Dictionary<string, string> { ["en"] = "India" }, null, null),
        };
        var states = new Dictionary<string, (int Ordinal, int Districts)>();
        foreach (var row in DemoSeed.Rows("states.csv"))
        {
            var ordinal = OrdinalPlan.State(states.Count);
            states[row["code"]] = (ordinal, 0);
            places.Add(Place(row, JurisdictionLevel.State, 0, ordinal, OrdinalPlan.StateWidth));
        }

        foreach (var row in DemoSeed.Rows("districts.csv"))
        {
            var (state, districts) = states[row["state_code"]];
            states[row["state_code"]] = (state, districts + 1);
            places.Add(Place(row, JurisdictionLevel.District, state, OrdinalPlan.District(state, districts), OrdinalPlan.DistrictWidth));
        }

        return new JurisdictionTree(places);
    }

    private static Jurisdiction Place(Dictionary<string, string> row, JurisdictionLevel level, int parent, int ordinal, int width) =>
        new(ordinal, parent, level, row["code"], ordinal, ordinal + width,
            int.TryParse(row["lgd"], CultureInfo.InvariantCulture, out var number) ? number : null,
            new[] { "en", "hi", "ta" }.ToDictionary(language => language, language => row[language]), null, null);
}
