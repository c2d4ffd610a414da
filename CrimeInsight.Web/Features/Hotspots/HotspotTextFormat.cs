using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Spatial.Knox;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Hotspots in words.</summary>
public sealed class HotspotTextFormat(IStringLocalizer<HotspotsText> text, DisplayFormat format)
{
    private const double Least = 0.001;

    private const int MostNamed = 6;

    // What is nearer may be chance.
    private const double LeastMove = 100;

    public string Method(HotspotMethod method) => text["Method" + method];

    /// <summary>What the method asks of the data, in a sentence.</summary>
    public string Question(HotspotMethod method) => text["Question" + method];

    public string Class(PlaceClass found) => text["Class" + found];

    public string View(HotspotView view) => text["View" + view];

    public string P(double? p) => p switch
    {
        null => format.NotAvailable,
        < Least => text[nameof(HotspotsText.PBelow), format.Number(Least, 3)],
        _ => text[nameof(HotspotsText.PAt), format.Number(p, 3)],
    };

    /// <summary>How sure a finding is.</summary>
    public string Sure(HotspotFinding finding, double level) => finding.P is { } p
        ? text[nameof(HotspotsText.SureAt), P(p)]
        : text[nameof(HotspotsText.SureLevel), format.Percent(100 * level, 0)];

    /// <summary>How much a case raises the risk near it, and how long.</summary>
    public string NearRepeat(NearRepeatStatement statement)
    {
        string[] figures = [format.Number(statement.Ratio, 1), format.Number(statement.RatioLower, 1), format.Number(statement.RatioUpper, 1), format.Number(statement.ElevatedUntilDays), format.Number(statement.FromMetres), format.Number(statement.UntilMetres)];
        return text[statement.IsSamePlace ? nameof(HotspotsText.NearSameStays) : statement.FromMetres == 0 ? nameof(HotspotsText.NearWithinStays) : nameof(HotspotsText.NearBandStays), figures];
    }

    /// <summary>The middle place, and how many more.</summary>
    public string Title(HotspotFinding finding, Scope context) => !finding.Outline.IsEmpty
        ? text[nameof(HotspotsText.TitleNear), context.Reference.Place(finding.Place.Code)]
        : finding.Places.Length == 1
        ? context.Reference.Place(finding.Place.Code)
        : text[nameof(HotspotsText.TitleMany), context.Reference.Place(finding.Place.Code), format.Number(finding.Places.Length - 1)];

    /// <summary>Cases beside what is expected.</summary>
    /// <param name="background">What single cases were compared with; null for other methods.</param>
    public string Evidence(HotspotFinding finding, CaseBackground? background = null) => finding.RelativeRisk is { } risk
        ? text[EvidenceKey(finding, background), format.Number(finding.Cases), format.Expected(finding.Expected), format.Number(risk, 1)]
        : text[nameof(HotspotsText.EvidenceAll), format.Number(finding.Cases), format.Expected(finding.Expected)];

    /// <summary>What was tested of places among their neighbours; null for other methods.</summary>
    public string? Around(HotspotFinding finding) => finding.Around is not (var cases, > 0 and var expected)
        ? null
        : text[
            finding.Class is PlaceClass.Hot or PlaceClass.Cold ? nameof(HotspotsText.AroundTogether) : nameof(HotspotsText.AroundAlone),
            format.Number(cases), format.Expected(expected), format.Number(cases / expected, 1)].Value;

    public string Background(CaseBackground background) => text["Background" + background];

    /// <summary>What was drawn before any test: crowds, or land with a share of the cases.</summary>
    public string Plain(double? share) => share is { } part ? text[nameof(HotspotsText.LegendShare), format.Percent(100 * part, 0)] : text[nameof(HotspotsText.LegendCrowds)];

    /// <summary>How many cases were compared with how many, and how they were smoothed, and which places could not be tested.</summary>
    public IEnumerable<string> Compared(HotspotReport report, Scope context)
    {
        if (report.Background is { } background)
            yield return text["Note" + background, format.Number(report.Compared), format.Number(report.Population)];
        if (report.BandwidthMetres is { } metres)
            yield return text[nameof(HotspotsText.NoteBandwidth), format.Number(metres)];
        string[] untested = [.. report.Marks.Where(mark => mark.After == PlaceClass.Untested).Select(mark => context.Reference.Place(mark.Place.Code))];
        if (untested.Length > 0)
            yield return text[nameof(HotspotsText.NoteUntested), untested.Length <= MostNamed ? string.Join(", ", untested) : format.Number(untested.Length)];
    }

    /// <summary>What became of a crowd month by month.</summary>
    public IEnumerable<string> Course(CrowdCourse course)
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
    public string Monthly(HotspotFinding finding) => text[
        nameof(HotspotsText.MonthlyCases), format.Month(finding.Period.Until.AddMonths(-finding.Monthly.Length)), format.Month(finding.Period.Until.AddMonths(-1)), string.Join(", ", finding.Monthly.Select(cases => format.Number(cases)))];

    public string When(HotspotFinding finding) => finding.Class is >= PlaceClass.Recent and not (PlaceClass.Crowd or PlaceClass.Dense)
        ? text[nameof(HotspotsText.Since), format.Month(finding.Period.From)]
        : format.Period(finding.Period);

    public string Radius(double metres) => text[nameof(HotspotsText.Radius), format.Number(metres / 1000, metres < 10_000 ? 1 : 0)];

    /// <summary>A place on the map, for hovering and screen readers.</summary>
    public string Tip(PlaceMark mark, bool isBefore) => text[
        nameof(HotspotsText.Tip), Class(isBefore ? mark.Before : mark.After), mark.Cases is { } cases ? format.Number(cases) : format.NotAvailable];

    private static string EvidenceKey(HotspotFinding finding, CaseBackground? background) => background switch
    {
        CaseBackground.OtherCrimes => nameof(HotspotsText.EvidenceOtherCrimes),
        CaseBackground.EarlierYears => nameof(HotspotsText.EvidenceEarlierYears),
        _ => finding.Class == PlaceClass.Recent ? nameof(HotspotsText.EvidenceRisk) : nameof(HotspotsText.Evidence),
    };

    public string Obstacle(HotspotObstacle obstacle) => text["Obstacle" + obstacle];

    public string Remedy(HotspotObstacle obstacle) => text["Remedy" + obstacle];
}
