using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Police units, districts made since 2020 and towns: seed-data/police-units.csv and towns.csv, our own files.</summary>
internal static class PlaceTables
{
    private const string FormerState = "former-state", FormerName = "former";

    private static readonly Lazy<ImmutableArray<UnitRow>> s_units = new(ReadUnits);
    private static readonly Lazy<ImmutableArray<TownRow>> s_towns = new(ReadTowns);

    /// <summary>Names of units and towns whose places are in a tree.</summary>
    public static IEnumerable<PlaceName> NamesIn(JurisdictionTree tree)
    {
        foreach (var row in s_units.Value.Where(row => row.Kind is not (FormerState or FormerName)))
            if (tree.Find(row.State) is { } state && PlacesOf(tree, row.Codes) is { Length: > 0 } places)
                yield return new PlaceName(KindOf(row.Kind), row.Name, state, places) { Since = row.From, Until = row.Until };
        foreach (var row in s_towns.Value)
            if (tree.Find(row.Code) is { } place && tree.AncestorAt(place, JurisdictionLevel.State) is { } state)
                yield return new PlaceName(PlaceNameKind.Town, row.Name, state, [place]) { Residents = row.Residents };
    }

    /// <summary>What names of districts meant before they meant what they mean now.</summary>
    public static IEnumerable<(string Name, Jurisdiction Place, DateOnly Until)> FormerNamesIn(JurisdictionTree tree) =>
        from row in s_units.Value
        where row.Kind == FormerName
        let place = tree.Find(row.Codes[0])
        where place is not null
        select (row.Name, place, row.Until!.Value);

    /// <summary>States that were part of another until a day.</summary>
    public static IEnumerable<(Jurisdiction Whole, Jurisdiction Part, DateOnly Until)> FormerStatesIn(JurisdictionTree tree) =>
        from row in s_units.Value
        where row.Kind == FormerState
        let whole = tree.Find(row.State)
        let part = tree.Find(row.Codes[0])
        where whole is not null && part is not null
        select (whole, part, row.Until!.Value);

    private static PlaceNameKind KindOf(string kind) => kind switch
    {
        "district" => PlaceNameKind.NewDistrict,
        "railway" or "special" => PlaceNameKind.StateUnit,
        "city" or "rural" or "police-district" => PlaceNameKind.Unit,
        _ => throw new InvalidOperationException($"'{kind}' is no kind of police unit."),
    };

    private static ImmutableArray<Jurisdiction> PlacesOf(JurisdictionTree tree, IEnumerable<string> codes) =>
        [.. codes.Select(tree.Find).OfType<Jurisdiction>()];

    private static ImmutableArray<UnitRow> ReadUnits()
    {
        using var reader = Open("police-units.csv");
        var table = new CsvTable(reader, "police-units.csv", "state_code,name,kind,codes,from,until");
        var (state, name, kind, codes) = (table.Column("state_code"), table.Column("name"), table.Column("kind"), table.Column("codes"));
        var (from, until) = (table.Column("from"), table.Column("until"));
        var rows = ImmutableArray.CreateBuilder<UnitRow>();
        while (table.Read())
            rows.Add(new UnitRow(
                table.Text(state), table.Text(name), table.Text(kind), table.Text(codes).Split(';'), Day(table.Text(from)), Day(table.Text(until))));
        return rows.ToImmutable();
    }

    private static ImmutableArray<TownRow> ReadTowns()
    {
        using var reader = Open("towns.csv");
        var table = new CsvTable(reader, "towns.csv", "code,name,population");
        var (code, name, population) = (table.Column("code"), table.Column("name"), table.Column("population"));
        var rows = ImmutableArray.CreateBuilder<TownRow>();
        while (table.Read())
            rows.Add(new TownRow(table.Text(code), table.Text(name), int.Parse(table.Span(population), CultureInfo.InvariantCulture)));
        return rows.ToImmutable();
    }

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static StreamReader Open(string file) => new(Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
        ?? throw new InvalidOperationException($"The table {file} is not embedded."));

    private sealed record UnitRow(string State, string Name, string Kind, string[] Codes, DateOnly? From, DateOnly? Until);

    private sealed record TownRow(string Code, string Name, int Residents);
}
