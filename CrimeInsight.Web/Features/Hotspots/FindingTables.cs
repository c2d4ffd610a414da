using System.Collections.Immutable;
using System.Text.Json;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Every place with its tests and the finding it belongs to; of single cases, which have no places that were tested, the findings.</summary>
internal static class FindingTables
{
    private static readonly FigureColumn s_title = Column("title", FigureUnit.Place, nameof(HotspotsText.Place)) with { Use = FigureUse.Screen };
    private static readonly FigureColumn s_place = Column("place", FigureUnit.Place, nameof(HotspotsText.Place));
    private static readonly FigureColumn s_cases = Column("cases", FigureUnit.Count, nameof(HotspotsText.CasesColumn));
    private static readonly FigureColumn s_rate = Column("rate", FigureUnit.RatePerLakh, nameof(HotspotsText.RateColumn)).To(1);

    private static readonly FigureColumn s_expected =
        Column("expected", FigureUnit.Count, nameof(HotspotsText.NearExpected)).To(1) with { FileName = Name(nameof(HotspotsText.ExpectedColumn)) };

    private static readonly FigureColumn s_risk =
        Column("relativeRisk", FigureUnit.Number, nameof(HotspotsText.NearRatio)).To(1) with { FileName = Name(nameof(HotspotsText.RiskColumn)) };

    private static readonly FigureColumn s_z = Column("z", FigureUnit.Number, nameof(HotspotsText.ZColumn)).To(2);
    private static readonly FigureColumn s_p = Column("p", FigureUnit.Probability, nameof(HotspotsText.PColumn)).To(3);
    private static readonly FigureColumn s_corrected = Column("pCorrected", FigureUnit.Probability, nameof(HotspotsText.PCorrectedColumn)).To(3);
    private static readonly FigureColumn s_before = Column("classBefore", FigureUnit.Code, nameof(HotspotsText.ClassBeforeColumn));

    private static readonly FigureColumn s_class =
        Column("class", FigureUnit.Code, nameof(HotspotsText.ClassColumn)) with { FileName = Name(nameof(HotspotsText.ClassAfterColumn)) };

    private static readonly FigureColumn s_finding = Column("finding", FigureUnit.Text, nameof(HotspotsText.FindingColumn));
    private static readonly FigureColumn s_from = Column("from", FigureUnit.Month, nameof(HotspotsText.FromColumn));
    private static readonly FigureColumn s_until = Column("until", FigureUnit.Month, nameof(HotspotsText.UntilColumn));
    private static readonly FigureColumn s_since = Column("since", FigureUnit.Month, nameof(HotspotsText.SinceColumn));
    private static readonly FigureColumn s_seen = Column("seen", FigureUnit.Count, nameof(HotspotsText.SeenColumn));
    private static readonly FigureColumn s_looks = Column("looks", FigureUnit.Count, nameof(HotspotsText.LooksColumn));
    private static readonly FigureColumn s_monthly = Column("monthly", FigureUnit.Text, nameof(HotspotsText.MonthlyColumn));

    public static FigureTable Of(FindingsReport report, HotspotMapPresenter method)
    {
        var isOfPlaces = !report.Marks.IsEmpty;
        List<FoundPlace> rows = [.. Rows(report, method)];
        var isFollowed = !isOfPlaces && rows.Any(row => row.History is not null);
        return FigureTable.Of<FoundPlace>(
            $"hotspots-{method.Key}", [.. isOfPlaces ? [] : Title(), .. Tests(isOfPlaces), .. Findings(report, isFollowed)], rows);
    }

    /// <summary>The clearest places first, at most so many; findings as they are.</summary>
    public static FigureTable Clearest(FigureTable table, int most) => table with
    {
        Rows = [.. table.Rows
            .OrderBy(row => MarkOf(row).After is PlaceClass.None or PlaceClass.Untested)
            .ThenBy(row => MarkOf(row).PCorrected ?? 1)
            .ThenByDescending(row => MarkOf(row).Cases ?? 0)
            .Take(most)],
    };

    /// <summary>The middle place, and how many more.</summary>
    public static FigureValue TitleOf(HotspotFinding finding)
    {
        var place = new PlaceFigure(finding.Place.Code);
        return finding switch
        {
            OutlinedFinding => Name(nameof(HotspotsText.TitleNear), place),
            { Places.Length: 1 } => place,
            _ => Name(nameof(HotspotsText.TitleMany), place, finding.Places.Length - 1),
        };
    }

    /// <summary>What all rows have in common beside head and kind of data.</summary>
    public static IEnumerable<FigureFact> Facts(FindingsReport report, HotspotMapPresenter method) =>
    [
        new(Column("comparedWith", FigureUnit.Code, nameof(HotspotsText.ComparedWith)), BackgroundOf(method.ComparisonOf(report)?.Background)),
        new(Column("method", FigureUnit.Code, nameof(HotspotsText.MethodChoice)), new CodeFigure(method.Key, Name(method.NameKey))),
    ];

    private static IEnumerable<FoundPlace> Rows(FindingsReport report, HotspotMapPresenter method)
    {
        if (report.Marks.IsEmpty)
        {
            return report.Findings.Select(one => new FoundPlace(
                new PlaceMark(one.Place, one.Cases, null, one.Class, one.Class, PCorrected: one.P), one, method.HistoryOf(one)));
        }

        var findings = report.Findings.SelectMany(finding => finding.Places.Select(place => (place.Code, finding)))
            .ToDictionary(pair => pair.Code, pair => pair.finding);
        return report.Marks.Select(mark => findings.TryGetValue(mark.Place.Code, out var finding)
            ? new FoundPlace(mark, finding, method.HistoryOf(finding))
            : new FoundPlace(mark, null, null));
    }

    private static IEnumerable<FigureColumn<FoundPlace>> Title() => [s_title.Of<FoundPlace>(row => TitleOf(row.Finding!))];

    // Both kinds of row on screen have the columns that fit them, in this order.
    private static IEnumerable<FigureColumn<FoundPlace>> Tests(bool isOfPlaces) =>
    [
        Shown(s_place, isOfPlaces).Of<FoundPlace>(row => new PlaceFigure(row.Mark.Place.Code)),
        s_cases.Of<FoundPlace>(row => FigureValue.Number(row.Mark.Cases)),
        Shown(s_rate, false).Of<FoundPlace>(row => FigureValue.Number(row.Mark.RatePerLakh)),
        Shown(s_expected, !isOfPlaces).Of<FoundPlace>(row => FigureValue.Number(row.Finding?.Expected)),
        Shown(s_risk, !isOfPlaces).Of<FoundPlace>(row => FigureValue.Number(row.Finding?.RelativeRisk)),
        Shown(s_z, false).Of<FoundPlace>(row => FigureValue.Number(row.Mark.Z)),
        Shown(s_p, isOfPlaces).Of<FoundPlace>(row => FigureValue.Number(row.Mark.P)),
        s_corrected.Of<FoundPlace>(row => FigureValue.Number(row.Mark.PCorrected ?? row.Finding?.P)),
        Shown(s_before, false).Of<FoundPlace>(row => ClassOf(row.Mark.Before)),
        Shown(s_class, isOfPlaces).Of<FoundPlace>(row => ClassOf(row.Mark.After)),
    ];

    private static IEnumerable<FigureColumn<FoundPlace>> Findings(FindingsReport report, bool isFollowed) =>
    [
        Shown(s_finding, false).Of<FoundPlace>(row => FigureValue.Text(row.Finding?.Key)),
        Shown(s_from, false).Of<FoundPlace>(row => Month.Of((row.Finding?.Period ?? report.Period).From)),
        Shown(s_until, false).Of<FoundPlace>(row => Month.Of((row.Finding?.Period ?? report.Period).Until.AddMonths(-1))),
        Shown(s_since, isFollowed).Of<FoundPlace>(row => row.History?.Course.Since is { } since ? Month.Of(since) : FigureValue.NotKnown),
        Shown(s_seen, isFollowed).Of<FoundPlace>(row => FigureValue.Number(row.History?.Course.Seen)),
        Shown(s_looks, false).Of<FoundPlace>(row => FigureValue.Number(row.History?.Course.Windows)),
        Shown(s_monthly, isFollowed).Of<FoundPlace>(row => row.History is { } history ? Listed(history.Monthly) : FigureValue.Nothing),
    ];

    private static PlaceMark MarkOf(FigureRow row) => ((FoundPlace)row.Subject!).Mark;

    private static FigureColumn Shown(FigureColumn column, bool isShown) => column with { Use = isShown ? FigureUse.Everywhere : FigureUse.File };

    private static ListFigure Listed(ImmutableArray<int> cases) => new([.. cases.Select(one => new NumberFigure(one))]);

    private static CodeFigure ClassOf(PlaceClass found) => new(Code(found), Name(HotspotPalette.NameKey(found)));

    private static FigureValue BackgroundOf(CaseBackground? background) =>
        background is { } one ? new CodeFigure(Code(one), Name(HotspotTextFormat.BackgroundKey(one))) : FigureValue.Nothing;

    private static string Code<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static FigureColumn Column(string key, FigureUnit unit, string name) => new(key, unit, Name(name));

    private static TextKey Name(string key, params ImmutableArray<FigureValue> arguments) => TextKey.Of<HotspotsText>(key, arguments);

    private sealed record FoundPlace(PlaceMark Mark, HotspotFinding? Finding, FindingHistory? History);
}
