using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Boundaries;

/// <summary>Which places areas are found to be of, and what is kept of them.</summary>
public sealed class AreaMatchTests
{
    private const string North = BoundaryFiles.North, South = BoundaryFiles.South;

    [Theory]
    [InlineData("\"district\":\"North Goa\"", "\"district\":\"South Goa\"", ShapeMatch.Name)]
    [InlineData("\"zila\":\"उत्तर गोवा\"", "\"zila\":\"दक्षिण गोवा\"", ShapeMatch.Name)]
    [InlineData("\"st\":\"GOA\",\"d\":\"NORTH GOA DISTRICT\"", "\"st\":\"Goa\",\"d\":\"Goa South\"", ShapeMatch.Name)]
    [InlineData("\"a\":\"IN-GA-551\"", "\"a\":\"IN-GA-552\"", ShapeMatch.Code)]
    [InlineData("\"lgd\":551,\"dtname\":\"North Goa\"", "\"lgd\":552,\"dtname\":\"South Goa\"", ShapeMatch.Code)]
    [InlineData("\"lgd\":\"0551\"", "\"lgd\":\"0552\"", ShapeMatch.Code)]
    // Numbers of another list look like codes, but name other places.
    [InlineData("\"census\":585,\"dtname\":\"North Goa\"", "\"census\":586,\"dtname\":\"South Goa\"", ShapeMatch.Name)]
    public void Read_CodesAndNames_AreFound(string north, string south, ShapeMatch match)
    {
        var draft = BoundaryFiles.Read(BoundaryFiles.Json((north, $"[{BoundaryFiles.NorthRing}]"), (south, $"[{BoundaryFiles.SouthRing}]")));
        Assert.Equal(BoundaryLevel.District, draft.Level);
        Assert.Equal([(North, match), (South, match)], draft.Shapes.Select(shape => (shape.Code!, shape.Match)));
        Assert.Equal(0, draft.ToReview);
    }

    [Fact]
    public void Read_NumbersOfOtherPlacesAlone_AreNoCodes() =>
        Assert.Equal(BoundaryProblem.NoNames, BoundaryFiles.Read(BoundaryFiles.Json(
            ("\"id\":1", $"[{BoundaryFiles.NorthRing}]"), ("\"id\":2", $"[{BoundaryFiles.SouthRing}]"))).Problem);

    [Fact]
    public void Read_CapitalBesideState_IsAFileOfStates()
    {
        var ground = BoundaryFiles.Ground with
        {
            Drawn = new Dictionary<string, DrawnShape>
            {
                ["IN-KA"] = new(BoundaryFiles.Box(12, 74, 18, 78), true),
                ["IN-KA-525"] = new(BoundaryFiles.Box(12.7, 77.3, 13.2, 77.8), true),
                ["IN-KL"] = new(BoundaryFiles.Box(8, 75, 12, 77), true),
                ["IN-KL-565"] = new(BoundaryFiles.Box(8.3, 76.7, 8.8, 77.2), true),
            },
        };
        var draft = BoundaryFiles.Read(BoundaryFiles.Json(
            ("\"capital\":\"Thiruvananthapuram\",\"name\":\"Kerala\"", "[[[75,8],[77,8],[77,12],[75,12],[75,8]]]"),
            ("\"capital\":\"Bangalore\",\"name\":\"Karnataka\"", "[[[74,12],[78,12],[78,18],[74,18],[74,12]]]")), ground);
        Assert.Equal((BoundaryLevel.State, "name"), (draft.Level, draft.Columns!.Name));
    }

    [Theory]
    [InlineData("Nort Goa", North, ShapeMatch.Doubtful)]
    [InlineData("Panaji", North, ShapeMatch.Doubtful)]
    [InlineData("Nowhere", null, ShapeMatch.Unknown)]
    public void Read_DoubtfulName_IsToBeLookedAt(string name, string? code, ShapeMatch match)
    {
        var draft = BoundaryFiles.Read(BoundaryFiles.Goa(name, "South Goa"));
        Assert.Equal((code, match), (draft.Shapes[0].Code, draft.Shapes[0].Match));
        Assert.Equal(code is null ? 0 : 1, draft.ToReview);
        Assert.Equal([South], draft.Codes);
        Assert.Equal([South], Codes(draft));
        Assert.Equal([North, South], draft.Assign(1, North).Codes);
        Assert.Equal(code is null ? [South] : [North, South], draft.Confirm().Codes);
    }

    [Fact]
    public void Read_UnknownName_SuggestsWhatIsDrawnThere() =>
        Assert.Equal("North Goa (IN-GA-551)", BoundaryFiles.Read(BoundaryFiles.Goa("Nowhere", "South Goa")).Shapes[0].Suggestion);

    [Fact]
    public void Read_NamesTheWrongWayRound_LieSomewhereElse()
    {
        var draft = BoundaryFiles.Read(BoundaryFiles.Goa("South Goa", "North Goa"));
        Assert.Equal(2, draft.ToReview);
        Assert.All(draft.Shapes, shape => Assert.InRange(shape.Shared!.Value, 0, 0.01));
        var mended = draft.Assign(1, North).Assign(2, South);
        Assert.Equal(0, mended.ToReview);
        Assert.All(mended.Shapes, shape => Assert.Equal(1, shape.Shared!.Value, 2));
    }

    [Fact]
    public void Read_CodeAndNameContradict_IsDoubtful()
    {
        string[] names = ["Gangtok", "Gyalshing", "Mangan", "Namchi", "Pakyong", "Soreng"];
        int[] codes = [225, 228, 226, 227, 741, 741];
        var draft = BoundaryFiles.Read(BoundaryFiles.Json([.. names.Select((name, i) => (
            $"\"lgd\":{codes[i]},\"name\":\"{name}\"", $"[[[{80 + i},20],[{81 + i},20],[{81 + i},21],[{80 + i},20]]]"))]));
        Assert.Equal(["IN-SK-225", "IN-SK-228", "IN-SK-226", "IN-SK-227", "IN-SK-741", "IN-SK-741"], draft.Shapes.Select(shape => shape.Code!));
        Assert.Equal([.. Enumerable.Repeat(ShapeMatch.Code, 5), ShapeMatch.Doubtful], draft.Shapes.Select(shape => shape.Match));
        Assert.Equal(2, draft.United);
    }

    [Fact]
    public void Read_PlacesOfOthers_AreLeftOut()
    {
        var draft = BoundaryFiles.Read(BoundaryFiles.Goa("North Goa", "South Goa"), BoundaryFiles.GroundOf(South));
        Assert.Equal([(null, ShapeMatch.NotOwn), (South, ShapeMatch.Name)], draft.Shapes.Select(shape => (shape.Code, shape.Match)));
        Assert.Equal([South], Codes(draft));
    }

    [Fact]
    public void ToLoad_TwoAreasOfOnePlace_AreUnited()
    {
        var draft = BoundaryFiles.Read(BoundaryFiles.Json(
            ("\"d\":\"North Goa\"", "[[[73.7,15.4],[74,15.4],[74,15.8],[73.7,15.8],[73.7,15.4]]]"),
            ("\"d\":\"North Goa\"", "[[[74,15.4],[74.3,15.4],[74.3,15.8],[74,15.8],[74,15.4]]]")));
        Assert.Equal(2, draft.United);
        var shape = Assert.Single(draft.ToLoad("Survey", "a.geojson", new DateOnly(2024, 1, 1)).Shapes).Shape;
        Assert.Equal(BoundaryFiles.Box(15.4, 73.7, 15.8, 74.3).AreaSquareKilometres, shape.AreaSquareKilometres, 3);
        Assert.Single(shape.Polygons);
    }

    [Fact]
    public void ToLoad_AllDistrictsOfAState_DrawTheState()
    {
        var all = BoundaryFiles.Read(BoundaryFiles.Goa("North Goa", "South Goa")).ToLoad("Survey", "a.geojson", new DateOnly(2024, 1, 1));
        Assert.Equal(["IN-GA", North, South], all.Shapes.Select(shape => shape.Code));
        Assert.Equal(BoundaryFiles.Box(14.9, 73.7, 15.8, 74.3).AreaSquareKilometres, all.Shapes[0].Shape.AreaSquareKilometres, 3);
        var one = BoundaryFiles.Json(("\"d\":\"South Goa\"", $"[{BoundaryFiles.SouthRing}]"));
        Assert.Equal([South], Codes(BoundaryFiles.Read(one)));
        // The other was loaded before.
        Assert.Equal(["IN-GA", South], Codes(BoundaryFiles.Read(one, BoundaryFiles.GroundOf("IN", isApproximate: false))));
        Assert.Equal([South], Codes(BoundaryFiles.Read(one, BoundaryFiles.GroundOf(South, isApproximate: false))));
    }

    [Fact]
    public void Read_Beats_AreTheirStationTogether()
    {
        var ground = BoundaryFiles.Ground with { Tree = WithStations(BoundaryFiles.Ground.Tree) };
        var draft = BoundaryFiles.Read(BoundaryFiles.Json(
            ("\"dist\":\"North Goa\",\"ps\":\"Mapusa PS\",\"beat\":\"1\"", "[[[73.8,15.5],[73.85,15.5],[73.85,15.6],[73.8,15.6],[73.8,15.5]]]"),
            ("\"dist\":\"North Goa\",\"ps\":\"Mapusa PS\",\"beat\":\"2\"", "[[[73.85,15.5],[73.9,15.5],[73.9,15.6],[73.85,15.6],[73.85,15.5]]]"),
            ("\"dist\":\"North Goa\",\"ps\":\"Calangute\",\"beat\":\"1\"", "[[[73.75,15.5],[73.8,15.5],[73.8,15.6],[73.75,15.6],[73.75,15.5]]]")), ground);
        Assert.Equal((BoundaryLevel.Station, "ps", "dist"), (draft.Level, draft.Columns!.Name, draft.Columns.District));
        Assert.Equal((3, 2), (draft.Matched, draft.United));
        Assert.Equal(["IN-GA-551-001", "IN-GA-551-002"], Codes(draft));
    }

    private static IEnumerable<string> Codes(BoundaryDraft draft) =>
        draft.ToLoad("Survey", "a.geojson", new DateOnly(2024, 1, 1)).Shapes.Select(shape => shape.Code);

    private static JurisdictionTree WithStations(JurisdictionTree tree)
    {
        var district = tree.Find(North)!;
        return new JurisdictionTree([.. tree.All, .. new[] { "Mapusa", "Calangute" }.Select((name, i) => new Jurisdiction(
            1_900_000_000 + i, district.Id, JurisdictionLevel.Station, $"{North}-{i + 1:000}", district.Ordinal + 10 * (i + 1), district.Ordinal + 10 * (i + 2),
            null, new Dictionary<string, string> { ["en"] = name }, null, null))]);
    }
}
