using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Map;

/// <summary>Figures of areas in words.</summary>
public sealed class MapTextFormat(IStringLocalizer<MapText> text, IStringLocalizer<SharedText> shared, DisplayFormat format, SmallNumbers small)
{
    public string Cases(AreaFigure figure) => format.Count(figure.Cases, figure.IsSuppressed, figure.IsProtecting);

    public string Rate(AreaFigure figure) => figure.IsSuppressed ? format.Withheld(figure.IsProtecting) : Rate(figure.RatePerLakh);

    public string Change(AreaFigure figure) =>
        figure.IsSuppressed ? format.Withheld(figure.IsProtecting) : small.Change(figure.CasesLastYear, figure.Cases) ?? format.NotAvailable;

    /// <summary>The measure's value in a few words, for hovering and screen readers.</summary>
    public string Tip(AreaFigure figure, MapMeasure measure)
    {
        if (figure.IsSuppressed)
            return figure.IsProtecting ? shared[nameof(SharedText.WithheldHint)] : text[nameof(MapText.TipWithheld), format.Withheld(false)];
        return ValueOf(figure, measure) is null
            ? text[nameof(MapText.TipNoFigure)]
            : measure switch
            {
                MapMeasure.Rate => text[nameof(MapText.TipRate), Rate(figure)],
                MapMeasure.Change => text[nameof(MapText.TipChange), Change(figure)],
                _ => text[nameof(MapText.TipCases), Cases(figure)],
            };
    }

    /// <summary>One end of a class.</summary>
    public string Break(double value, MapMeasure measure) => measure switch
    {
        MapMeasure.Rate => Rate(value),
        MapMeasure.Change => format.Change(value, 0),
        _ => format.Number(value),
    };

    public static double? ValueOf(AreaFigure figure, MapMeasure measure) => measure switch
    {
        MapMeasure.Rate => figure.RatePerLakh,
        MapMeasure.Change => figure.ChangeLastYear,
        _ => figure.Cases,
    };

    /// <summary>Digits behind the point of a rate.</summary>
    public static int RateDecimals(double? rate) => rate switch { 0 => 0, < 0.995 => 2, < 99.95 => 1, _ => 0 };

    private string Rate(double? rate) => format.Number(rate, RateDecimals(rate));
}
