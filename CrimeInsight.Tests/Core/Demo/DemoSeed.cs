using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Tests.Core.Demo;

/// <summary>The generator's inputs read straight from seed-data, so that these tests need no database.</summary>
internal static class DemoSeed
{
    private static readonly Lazy<DemoInputs> s_inputs = new(Read);
    private static readonly Lazy<ImmutableArray<PlannedStation>> s_stations = new(Plan);

    public static DemoInputs Inputs => s_inputs.Value;

    public static ImmutableArray<PlannedStation> Stations => s_stations.Value;

    public static IReadOnlyDictionary<string, int> StationsByState { get; } =
        Rows("states.csv").ToDictionary(row => row["code"], row => Whole(row["stations"]));

    public static ImmutableArray<StationNamePart> NameParts { get; } =
        [.. Rows("station-name-parts.csv").Select(row => new StationNamePart(row["key"], Enum.Parse<StationNameKind>(row["kind"], true), Names(row)))];

    public static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        using var reader = new StreamReader(Path.Combine(AppContext.BaseDirectory, "seed-data", file));
        var header = Cells(reader.ReadLine()!);
        while (reader.ReadLine() is { } line)
            yield return header.Zip(Cells(line)).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static ImmutableArray<PlannedStation> Plan()
    {
        var (districts, towns) = (Districts(), Towns());
        return StationPlan.Create(districts, towns, StationsByState, NameParts);
    }

    private static DemoInputs Read()
    {
        var districts = Districts();
        var ordinals = districts.ToDictionary(district => district.Code, district => district.Ordinal);
        var stations = Stations.GroupBy(station => station.DistrictCode)
            .SelectMany(group =>
                group.Select((station, i) => new DemoStation(station.DistrictCode, OrdinalPlan.Station(ordinals[group.Key], i), station.Point)));
        var (heads, ids) = Heads();
        return new DemoInputs(districts, Towns(), [.. stations], heads, Figures(ids), Rates(), Festivals());
    }

    private static ImmutableArray<DemoDistrict> Districts()
    {
        var districts = ImmutableArray.CreateBuilder<DemoDistrict>();
        var states = new List<string>();
        var members = new Dictionary<string, int>();
        foreach (var row in Rows("districts.csv"))
        {
            var state = row["state_code"];
            if (!states.Contains(state))
                states.Add(state);
            var ordinal = OrdinalPlan.District(OrdinalPlan.State(states.IndexOf(state)), members[state] = members.GetValueOrDefault(state, -1) + 1);
            districts.Add(new DemoDistrict(
                row["code"], state, ordinal, Names(row), new GeoPoint(Number(row["lat"]), Number(row["lon"])), Number(row["area_km2"]),
                (long)Number(row["population2011"]), Number(row["urban_share"]), []));
        }

        return districts.ToImmutable();
    }

    private static ImmutableArray<DemoTown> Towns() =>
        [.. Rows("cities.csv")
            .Select(row => new DemoTown(row["district_code"], new GeoPoint(Number(row["lat"]), Number(row["lon"])), Whole(row["population"])))];

    private static (ImmutableArray<DemoHead> Heads, Dictionary<string, short> Ids) Heads()
    {
        var rows = Rows("crime-heads.csv").ToList();
        var parents = rows.Select(row => row["parent_code"]).ToHashSet();
        var heads = rows.Where(row => !parents.Contains(row["code"]))
            .Select(row => new DemoHead((short)Whole(row["id"]), row["code"], row["sensitive"] == "1"))
            .ToImmutableArray();
        return (heads, heads.ToDictionary(head => head.Code, head => head.Id));
    }

    private static ImmutableArray<DemoFigure> Figures(Dictionary<string, short> ids) =>
    [
        .. Rows("ncrb-state.csv").Select(row => new DemoFigure(row["state_code"], Whole(row["year"]), ids[row["head_code"]], Whole(row["cases"]))),
        .. Rows("ncrb-district.csv").Select(row => new DemoFigure(row["district_code"], Whole(row["year"]), ids[row["head_code"]], Whole(row["cases"]))),
    ];

    private static ImmutableArray<DemoStateRate> Rates() =>
        [.. Rows("state-rates.csv")
            .Select(row => new DemoStateRate(row["state_code"], Whole(row["year"]), Number(row["chargesheet_rate"]), Number(row["conviction_rate"])))];

    private static ImmutableArray<DemoFestivalDay> Festivals() =>
        [.. Rows("holidays.csv").Select(row => new DemoFestivalDay(
            DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture), row["key"], row["regions"] == "ALL" ? []
                : [.. row["regions"].Split(';')]))];

    private static Dictionary<string, string> Names(Dictionary<string, string> row) =>
        new[] { "en", "hi", "ta" }.ToDictionary(language => language, language => row[language]);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var character in line)
            if (character == '"')
                quoted = !quoted;
            else if (character == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(character);
        cells.Add(cell.ToString());
        return cells;
    }
}
