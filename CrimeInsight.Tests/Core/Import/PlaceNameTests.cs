using System.Globalization;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Tests.Core.Demo;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>Names as Indian police write them, against the districts of seed-data. Outcomes are found by hand.</summary>
public sealed class PlaceNameTests
{
    private static readonly JurisdictionIndex s_places = new(SeedPlaces.Tree);

    // State | district | day of the offence | code; "!" and a reason where it is refused | code of the first suggestion, or what is noted.
    public static TheoryData<string, string, string, string, string> Names { get; } = Read(PlaceNameCases.All);

    [Theory]
    [MemberData(nameof(Names))]
    public void Find_NameOfPoliceGeography_HasTheRightOutcome(string state, string district, string day, string expected, string told)
    {
        var found = s_places.Find("", state, district, "")!.On(day.Length == 0 ? default : DateOnly.Parse(day, CultureInfo.InvariantCulture));
        if (expected[0] == '!')
        {
            Assert.Equal((null, expected[1..]), (found.Value?.Code, found.Reason?.ToString()));
            if (told.Length > 0)
                Assert.Contains($"({told})", (found.Suggestion ?? "-").Split('/')[0], StringComparison.Ordinal);
            else
                Assert.Null(found.Suggestion);
        }
        else
        {
            Assert.Equal((expected, null), (found.Value?.Code, found.Reason));
            Assert.Equal(told, found.CorrectedFrom is not null ? "corrected" : found.Note?.ToString() ?? "");
        }
    }

    /// <summary>What is known by a name is never taken for a slip of another name: in no state, and without one.</summary>
    [Fact]
    public void Find_NameThatIsKnownAnywhere_IsNeverCorrected()
    {
        var states = SeedPlaces.Tree.All.Where(place => place.Level == JurisdictionLevel.State).Select(place => place.NameIn("en")).ToList();
        var known = PlaceTables.NamesIn(SeedPlaces.Tree).Select(name => name.Written)
            .Concat(ImportAliases.All.Where(alias => alias.Kind == ImportAliases.Jurisdiction).Select(alias => alias.Alias))
            .Concat(SeedPlaces.Tree.All.Select(place => place.NameIn("en")))
            .Where(name => name != "India").Distinct(StringComparer.Ordinal).ToList();
        Assert.True(known.Count > 4000);
        var random = new Random(20);
        foreach (var name in known)
            foreach (var state in new[] { "", states[random.Next(states.Count)], states[random.Next(states.Count)] })
                Assert.True(s_places.Find("", state, name, "")!.CorrectedFrom is null, $"{state} / {name}");
        foreach (var name in known.Where(name => s_places.Find("", name, "", "")!.Value is null))
            Assert.Null(s_places.Find("", name, "", "")!.CorrectedFrom);
    }

    /// <summary>Without a state no misspelling is ever put right.</summary>
    [Fact]
    public void Find_MisspeltDistrictWithoutAState_IsRefused()
    {
        foreach (var district in SeedPlaces.Tree.All.Where(place => place.Level == JurisdictionLevel.District))
        {
            var name = district.NameIn("en");
            var found = s_places.Find("", "", name.Insert(name.Length / 2, "q"), "")!;
            Assert.True(found.CorrectedFrom is null, name);
        }
    }

    [Fact]
    public void Find_MisspeltByAVowelWithinTheState_IsThatDistrictOrNone()
    {
        var corrected = 0;
        foreach (var district in SeedPlaces.Tree.All.Where(place => place.Level == JurisdictionLevel.District))
        {
            var name = district.NameIn("en");
            var at = name.LastIndexOfAny(['a', 'e', 'i', 'o', 'u']);
            var found = s_places.Find("", SeedPlaces.StateOf(district.Code), at < 0 ? name : name.Remove(at, 1), "")!;
            Assert.True(found.Value is null || found.Value == district || found.Note is not null, $"{name}: {found.Value?.Code}");
            corrected += found.Value == district ? 1 : 0;
        }

        Assert.True(corrected > 600, $"{corrected}");
    }

    [Fact]
    public void Find_NewDistrictOfSeveralParents_TellsThemAll()
    {
        var found = s_places.Find("", "Andhra Pradesh", "Tirupati", "")!;
        Assert.Equal(["IN-AP-503", "IN-AP-515"], found.Also.Select(place => place.Code));
    }

    [Fact]
    public void Find_NewDistrictThatWasCreated_LandsInItUnderEverySpelling_AndItsStationsUnderBothDistricts()
    {
        var (tree, parent) = (SeedPlaces.Tree, SeedPlaces.Tree.Find("IN-AP-503")!);
        Jurisdiction Made(int id, int above, JurisdictionLevel level, string code, string name) => parent with
        {
            Id = id, ParentId = above, Level = level, Code = code, Ordinal = id, OrdinalUntil = id + 1,
            Names = new Dictionary<string, string> { ["en"] = name },
        };
        var state = tree.Find("IN-AP")!;
        var free = tree.Within(state, JurisdictionLevel.District).Max(place => place.OrdinalUntil);
        var district = Made(free, state.Id, JurisdictionLevel.District, "IN-AP-N01", "Tirupati") with { OrdinalUntil = free + 50 };
        var station = Made(free + 10, district.Id, JurisdictionLevel.Station, "IN-AP-N01-1", "Alipiri");
        var after = new JurisdictionTree([.. tree.All, district, station],
        [
            new PlaceChange(PlaceChangeKind.Split, district.Id, parent.Id, new DateOnly(2022, 4, 4), null, []),
            new PlaceChange(PlaceChangeKind.Split, station.Id, parent.Id, new DateOnly(2022, 4, 4), null, []),
        ]);
        var places = new JurisdictionIndex(after);

        Assert.All(["Tirupati", "Tirupathi", "Sri Balaji"], name => Assert.Equal(district, places.Find("", "Andhra Pradesh", name, "")!.Value));
        Assert.Equal(parent, places.Find("", "Andhra Pradesh", parent.NameIn("en"), "")!.Value);
        Assert.Equal(station, places.Find("", "Andhra Pradesh", parent.NameIn("en"), "Alipiri")!.Value);
        Assert.Equal(station, places.Find("", "Andhra Pradesh", "Tirupati", "Alipiri PS")!.Value);
    }

    [Fact]
    public void Find_PlaceThatWasMergedOrRenamed_IsFoundByItsNamesOfBefore()
    {
        var (tree, whole) = (SeedPlaces.Tree, SeedPlaces.Tree.Find("IN-TN-568")!);
        var after = new JurisdictionTree(tree.All,
        [
            new PlaceChange(PlaceChangeKind.Merge, whole.Id, 1, new DateOnly(2024, 1, 1), "IN-TN-N07", ["Kumbakonam District"]),
            new PlaceChange(PlaceChangeKind.Rename, whole.Id, null, new DateOnly(2024, 1, 1), null, ["Madraspatnam"]),
        ]);
        var places = new JurisdictionIndex(after);

        Assert.Equal(whole, after.Find("in-tn-n07"));
        Assert.Equal(whole, places.Find("IN-TN-N07", "", "", "")!.Value);
        Assert.Equal(whole, places.Find("", "Tamil Nadu", "Kumbakonam District", "")!.Value);
        Assert.Equal(whole, places.Find("", "Tamil Nadu", "Madraspatnam", "")!.Value);
    }

    [Fact]
    public void Find_LearntAlias_MeansWhatWasSaidWithinItsState()
    {
        var places = new JurisdictionIndex(SeedPlaces.Tree, [new PlaceAlias("Zone III", "IN-TN", "IN-TN-568"), new PlaceAlias("Salem", "IN-TN", "IN-TN-569")]);
        Assert.Equal("IN-TN-568", places.Find("", "Tamil Nadu", "zone iii", "")!.Value?.Code);
        Assert.Null(places.Find("", "Kerala", "Zone III", "")!.Value);
        Assert.Equal("IN-TN-569", places.Find("", "Tamil Nadu", "Salem", "")!.Value?.Code);
    }

    [Fact]
    public void Tables_EveryCode_IsAStateOrDistrictOfItsState()
    {
        foreach (var row in DemoSeed.Rows("police-units.csv"))
            Assert.All(row["codes"].Split(';'), code => Assert.True(
                SeedPlaces.Tree.Find(code) is not null && (row["kind"] == "former-state" || code.StartsWith(row["state_code"], StringComparison.Ordinal)),
                $"{row["name"]}: {code}"));
        foreach (var row in DemoSeed.Rows("towns.csv"))
            Assert.True(SeedPlaces.Tree.Find(row["code"]) is { Level: JurisdictionLevel.District }, row["name"]);
    }

    /// <summary>Every name of a unit in NCRB's tables lands in the state or a district of it.</summary>
    [Fact]
    public void Find_EveryUnitOfTheTables_LandsWhereTheTableSays()
    {
        foreach (var row in DemoSeed.Rows("police-units.csv").Where(row => !row["kind"].StartsWith("former", StringComparison.Ordinal)))
        {
            var day = row["from"].Length == 0 ? new DateOnly(2019, 6, 1) : DateOnly.Parse(row["from"], CultureInfo.InvariantCulture);
            var found = s_places.Find("", SeedPlaces.Tree.Find(row["state_code"])!.NameIn("en"), row["name"], "")!.On(day);
            Assert.True(found.Value?.Code == row["codes"].Split(';')[0], $"{row["state_code"]} {row["name"]}: {found.Value?.Code} {found.Reason}");
        }
    }

    /// <summary>Every unit that NCRB has named since 2001.</summary>
    [Fact]
    public void Find_EveryUnitOfNcrb_LandsInItsDistrictOrState()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Reference", "Places", "ncrb-units.csv");
        var rows = File.ReadLines(path).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.True(rows.Count > 1600);
        Assert.All(rows, row =>
        {
            var found = s_places.Find("", row[0], row[1], "")!.On(new DateOnly(int.Parse(row[2], CultureInfo.InvariantCulture), 7, 1));
            Assert.Equal((row[3], null), (found.Value?.Code, found.CorrectedFrom));
        });
    }

    private static TheoryData<string, string, string, string, string> Read(string cases)
    {
        var data = new TheoryData<string, string, string, string, string>();
        foreach (var line in cases.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            data.Add(cells[0], cells[1], cells[2], cells[3], cells.Length > 4 ? cells[4] : "");
        }

        return data;
    }
}
