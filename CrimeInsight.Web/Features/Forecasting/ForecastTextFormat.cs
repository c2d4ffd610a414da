using CrimeInsight.Core.Forecasting;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Forecasts and their past errors in words.</summary>
public sealed class ForecastTextFormat(IStringLocalizer<ForecastingText> text, DisplayFormat format)
{
    private const double Rare = 1;

    /// <summary>A method's name; what it is called on the command line when there is no word for it yet.</summary>
    public string Method(string name) => MethodWords.KeyOf(name) is { } key ? text[key] : name;

    /// <summary>The method, or the methods that were combined with their shares.</summary>
    public string Maker(ForecastReport report) => report.Members.Length <= 1
        ? Method(report.Members is [var only] ? only.Method : report.Model)
        : string.Join(text[nameof(ForecastingText.ListSeparator)],
            report.Members.Select(member => text[nameof(ForecastingText.Member), Method(member.Method), format.Percent(100 * member.Weight, 0)].Value));

    /// <summary>A model as it is offered: its method, and the form or orders it is held to.</summary>
    public string Model(ForecastModel model) =>
        model.IsAuto ? text[nameof(ForecastingText.ModelAutomatic)] : $"{Method(model.Name)} {model.ToString()[model.Name.Length..].TrimStart(':')}".TrimEnd();

    /// <summary>Several methods as a list.</summary>
    public string Methods(IEnumerable<MethodRecord> methods) =>
        string.Join(text[nameof(ForecastingText.ListSeparator)], methods.Select(method => Method(method.Method)));

    /// <summary>What is expected in a month, and how far it may be off.</summary>
    public string Headline(DateOnly month, double mean, double lower, double upper) => mean < Rare
        ? text[nameof(ForecastingText.HeadlineRare), format.Month(month), format.Number(upper)]
        : text[nameof(ForecastingText.Headline), format.Month(month), format.Number(mean), format.Number(lower), format.Number(upper)];

    /// <summary>As <see cref="Headline"/>, for the week from a Monday on.</summary>
    public string WeekHeadline(DateOnly monday, double mean, double lower, double upper) => mean < Rare
        ? text[nameof(ForecastingText.WeeksRare), format.Date(monday), format.Number(upper)]
        : text[nameof(ForecastingText.WeeksHeadline), format.Date(monday), format.Number(mean), format.Number(lower), format.Number(upper)];

    /// <summary>What of a history the methods saw otherwise than it was, and why.</summary>
    public string Adjustment(SeriesAdjustment adjustment, SeriesCalendar calendar)
    {
        var month = format.Month(calendar.DayOf(adjustment.Index));
        return adjustment.Kind == AdjustmentKind.Shift
            ? text[nameof(ForecastingText.AdjustedShift), month]
            : text[nameof(ForecastingText.AdjustedUnusual), month, format.Number(adjustment.Was), format.Number(adjustment.Used)];
    }

    /// <summary>
    /// Mean error of a method by what it is compared by: as a share of all cases, or the root mean square in cases where hardly
    /// any come, for there always saying zero has the least absolute error.
    /// </summary>
    public string Error(MethodRecord record) => record is { IsComparedByAbsolute: true, Wape: { } share }
        ? format.Percent(100 * share)
        : text[nameof(ForecastingText.ErrorInCases), format.Number(record.RootMeanSquareError ?? record.MeanAbsoluteError, 2)];

    public string Tab(ForecastTab tab) => text[tab switch
    {
        ForecastTab.Weeks => nameof(ForecastingText.TabWeeks),
        ForecastTab.Replay => nameof(ForecastingText.TabReplay),
        ForecastTab.Record => nameof(ForecastingText.TabRecord),
        ForecastTab.Parts => nameof(ForecastingText.TabParts),
        ForecastTab.Places => nameof(ForecastingText.TabPlaces),
        ForecastTab.Festival => nameof(ForecastingText.TabFestival),
        _ => nameof(ForecastingText.TabOutlook),
    }];
}
