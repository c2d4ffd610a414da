using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.NearRepeat;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scope;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Hotspots in words.</summary>
public sealed class HotspotTextFormat(IStringLocalizer<HotspotsText> text, DisplayFormat format)
{
    private const double Least = 0.001;

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
    public string Title(HotspotFinding finding, ScopeContext context) => !finding.Outline.IsEmpty
        ? text[nameof(HotspotsText.TitleNear), context.Reference.Place(finding.Place.Code)]
        : finding.Places.Length == 1
        ? context.Reference.Place(finding.Place.Code)
        : text[nameof(HotspotsText.TitleMany), context.Reference.Place(finding.Place.Code), format.Number(finding.Places.Length - 1)];

    /// <summary>Cases beside what is expected.</summary>
    public string Evidence(HotspotFinding finding) => finding.RelativeRisk is { } risk
        ? text[finding.Class == PlaceClass.Recent ? nameof(HotspotsText.EvidenceRisk) : nameof(HotspotsText.Evidence), format.Number(finding.Cases), format.Number(finding.Expected), format.Number(risk, 1)]
        : text[nameof(HotspotsText.EvidenceAll), format.Number(finding.Cases), format.Number(finding.Expected)];

    public string When(HotspotFinding finding) => finding.Class >= PlaceClass.Recent
        ? text[nameof(HotspotsText.Since), format.Month(finding.Period.From)]
        : format.Period(finding.Period);

    public string Radius(double metres) => text[nameof(HotspotsText.Radius), format.Number(metres / 1000, metres < 10_000 ? 1 : 0)];

    /// <summary>A place on the map, for hovering and screen readers.</summary>
    public string Tip(PlaceMark mark, bool isBefore) => text[
        nameof(HotspotsText.Tip), Class(isBefore ? mark.Before : mark.After), mark.Cases is { } cases ? format.Number(cases) : format.NotAvailable];

    public string Obstacle(HotspotObstacle obstacle) => text["Obstacle" + obstacle];

    public string Remedy(HotspotObstacle obstacle) => text["Remedy" + obstacle];
}
