using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.DensityClusters;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Spatial.Knox;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Hotspots in words.</summary>
public sealed class HotspotTextFormat(IStringLocalizer<HotspotsText> text, TableWords tables, DisplayFormat format)
{
    private const double Least = 0.001;

    private const int MostNamed = 6;

    // What is nearer may be chance.
    private const double LeastMove = 100;

    public IStringLocalizer<HotspotsText> Text => text;

    public DisplayFormat Format => format;

    public string Class(PlaceClass found) => text[HotspotPalette.NameKey(found)];

    public string View(HotspotView view) => text[view switch
    {
        HotspotView.Before => nameof(HotspotsText.ViewBefore),
        HotspotView.Both => nameof(HotspotsText.ViewBoth),
        _ => nameof(HotspotsText.ViewAfter),
    }];

    /// <summary>A share or a level.</summary>
    public string Percent(double share) => format.Percent(100 * share, 0);

    public string P(double? p) => p switch
    {
        null => format.NotAvailable,
        < Least => text[nameof(HotspotsText.PBelow), format.Number(Least, 3)],
        _ => text[nameof(HotspotsText.PAt), format.Number(p, 3)],
    };

    /// <summary>How sure a finding is.</summary>
    public string Sure(HotspotFinding finding, double significance) => finding.P is { } p
        ? text[nameof(HotspotsText.SureAt), P(p)]
        : text[nameof(HotspotsText.SureLevel), Percent(significance)];

    /// <summary>How much a case raises the risk near it, and how long.</summary>
    public string NearRepeat(NearRepeatStatement statement)
    {
        string[] figures = [format.Number(statement.Ratio, 1), format.Number(statement.RatioLower, 1), format.Number(statement.RatioUpper, 1),
            format.Number(statement.ElevatedUntilDays), format.Number(statement.FromMetres), format.Number(statement.UntilMetres)];
        return text[statement.IsSamePlace ? nameof(HotspotsText.NearSameStays) : statement.FromMetres == 0 ? nameof(HotspotsText.NearWithinStays)
            : nameof(HotspotsText.NearBandStays), figures];
    }

    /// <summary>The middle place, and how many more.</summary>
    public string Title(HotspotFinding finding, Scope context) => tables.Word(FindingTables.TitleOf(finding), context.Reference);

    /// <summary>Cases beside what is expected.</summary>
    /// <param name="key">As the method says it.</param>
    public string Evidence(HotspotFinding finding, string key) => finding.RelativeRisk is { } risk
        ? text[key, format.Number(finding.Cases), format.Expected(finding.Expected), format.Number(risk, 1)]
        : text[nameof(HotspotsText.EvidenceAll), format.Number(finding.Cases), format.Expected(finding.Expected)];

    public string Background(CaseBackground background) => text[BackgroundKey(background)];

    public static string BackgroundKey(CaseBackground background) =>
        background == CaseBackground.EarlierYears ? nameof(HotspotsText.BackgroundEarlierYears) : nameof(HotspotsText.BackgroundOtherCrimes);

    /// <summary>Since when earlier cases are compared with; null when others are.</summary>
    public string? EarlierYears(Comparison? comparison, ComparedSettings settings) => comparison is { Background: CaseBackground.EarlierYears }
        ? text[nameof(HotspotsText.UsedEarlierYears), format.Month(comparison.Period.From), format.Number(settings.EarlierMonths)].Value
        : null;

    /// <summary>What was drawn before any test: clusters, or land with a share of the cases.</summary>
    public string Plain(double? share) =>
        share is { } part ? text[nameof(HotspotsText.LegendShare), format.Percent(100 * part, 0)] : text[nameof(HotspotsText.LegendCrowds)];

    /// <summary>How many cases were compared with how many, what the method has to say, and which places could not be tested.</summary>
    public IEnumerable<string> Notes(FindingsReport report, HotspotPageState page)
    {
        if (page.Method.ComparisonOf(report) is { Background: { } background } comparison)
        {
            var key = background == CaseBackground.EarlierYears ? nameof(HotspotsText.NoteEarlierYears) : nameof(HotspotsText.NoteOtherCrimes);
            yield return text[key, format.Number(comparison.Cases), format.Number(comparison.Population)];
        }

        foreach (var note in page.Method.Notes(report, this))
            yield return note;
        string[] untested = [.. report.Marks.Where(mark => mark.After == PlaceClass.Untested).Select(mark => page.Context.Reference.Place(mark.Place.Code))];
        if (untested.Length > 0)
            yield return text[nameof(HotspotsText.NoteUntested), untested.Length <= MostNamed ? string.Join(", ", untested) : format.Number(untested.Length)];
    }

    /// <summary>What became of a cluster month by month.</summary>
    public IEnumerable<string> Course(ClusterCourse course)
    {
        var (seen, windows, months) = (format.Number(course.Seen), format.Number(course.Windows), format.Number(course.WindowMonths));
        yield return course switch
        {
            { Since: null } => text[nameof(HotspotsText.CourseNever), months],
            { IsThereStill: false } => text[nameof(HotspotsText.CourseGone), seen, windows, months],
            { IsThroughout: true } => text[nameof(HotspotsText.CourseThroughout), seen, windows, months],
            { Since: { } since } => text[nameof(HotspotsText.CourseSince), format.Month(since), seen, windows, months],
        };
        if (course.MovedMetres >= LeastMove)
            yield return text[nameof(HotspotsText.CourseMoved), format.Number(10 * Math.Round(course.MovedMetres / 10))];
        if (course.Joined > 0)
            yield return text[nameof(HotspotsText.CourseJoined), format.Number(course.Joined)];
        if (course.Parted > 0)
            yield return text[nameof(HotspotsText.CourseParted), format.Number(course.Parted)];
    }

    /// <summary>The cases of each month in words, for screen readers.</summary>
    public string Monthly(HotspotFinding finding, FindingHistory history) => text[
        nameof(HotspotsText.MonthlyCases), format.Month(finding.Period.Until.AddMonths(-history.Monthly.Length)),
        format.Month(finding.Period.Until.AddMonths(-1)), string.Join(", ", history.Monthly.Select(cases => format.Number(cases)))];

    public string Since(DateOnly month) => text[nameof(HotspotsText.Since), format.Month(month)];

    public string Radius(double metres) => text[nameof(HotspotsText.Radius), format.Number(metres / 1000, metres < 10_000 ? 1 : 0)];

    /// <summary>A place on the map, for hovering and screen readers.</summary>
    public string Tip(PlaceMark mark, bool isBefore) => text[
        nameof(HotspotsText.Tip), Class(isBefore ? mark.Before : mark.After), mark.Cases is { } cases ? format.Number(cases) : format.NotAvailable];

    public string Obstacle(HotspotObstacle obstacle) => text[obstacle switch
    {
        HotspotObstacle.NoData => nameof(HotspotsText.ObstacleNoData),
        HotspotObstacle.TooFewPlaces => nameof(HotspotsText.ObstacleTooFewPlaces),
        HotspotObstacle.TooFewCases => nameof(HotspotsText.ObstacleTooFewCases),
        HotspotObstacle.TooManyCases => nameof(HotspotsText.ObstacleTooManyCases),
        HotspotObstacle.Withheld => nameof(HotspotsText.ObstacleWithheld),
        HotspotObstacle.NoVariation => nameof(HotspotsText.ObstacleNoVariation),
        _ => nameof(HotspotsText.ObstacleNoComparison),
    }];

    public string Remedy(HotspotObstacle obstacle) => text[obstacle switch
    {
        HotspotObstacle.NoData => nameof(HotspotsText.RemedyNoData),
        HotspotObstacle.TooFewPlaces => nameof(HotspotsText.RemedyTooFewPlaces),
        HotspotObstacle.TooFewCases => nameof(HotspotsText.RemedyTooFewCases),
        HotspotObstacle.TooManyCases => nameof(HotspotsText.RemedyTooManyCases),
        HotspotObstacle.Withheld => nameof(HotspotsText.RemedyWithheld),
        HotspotObstacle.NoVariation => nameof(HotspotsText.RemedyNoVariation),
        _ => nameof(HotspotsText.RemedyNoComparison),
    }];
}
