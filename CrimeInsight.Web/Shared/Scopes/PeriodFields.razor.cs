using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Scopes;

/// <summary>The period of a scope: one of those offered, or months or days of the reader's own.</summary>
public sealed partial class PeriodFields
{
    private IReadOnlyList<PeriodChoice> _choices = [];
    private PeriodForm? _form;

    [Inject] public required IStringLocalizer<ScopeText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required Scope Context { get; set; }

    /// <summary>The new scope.</summary>
    [Parameter, EditorRequired] public EventCallback<ScopeCodes> Changed { get; set; }

    private PeriodChoice? Choice => _form is null ? _choices.FirstOrDefault(choice => choice.Period == Context.Period) : null;

    private string Key => _form?.ToString() ?? (Choice is { } choice ? KeyOf(choice) : "");

    private string Name => Choice is { } choice ? NameOf(choice)
        : _form == PeriodForm.Since ? Text[nameof(ScopeText.SincePeriod), Format.Date(FirstDay)]
        : Format.Period(Context.Period);

    private DateOnly FirstDay => Context.Period.From;

    private DateOnly LastDay => Context.Period.Until.AddDays(-1);

    private Month FirstMonth => Month.Of(FirstDay);

    private Month LastMonth => Month.Of(LastDay);

    private DateOnly Earliest => Context.Status.FirstMonth ?? FirstDay;

    private DateOnly Newest => (Context.Status.Until ?? Context.Status.AsOf)?.AddDays(-1) ?? LastDay;

    private IEnumerable<Month> Months
    {
        get
        {
            if (Context.Status is not { FirstMonth: { } first, AsOf: { } asOf })
                yield break;
            for (var month = Month.Of(asOf) - 1; month >= Month.Of(first); month -= 1)
                yield return month;
        }
    }

    protected override void OnParametersSet()
    {
        _choices = Context.Status is { FirstMonth: { } first, AsOf: { } asOf } && first < asOf ? PeriodChoice.For(first, asOf, Context.Status.Until) : [];
        if (_form is { } form && PeriodForms.Has(Context, form))
            return;
        _form = !Context.Codes.IsSinceDay && _choices.Any(choice => choice.Period == Context.Period) ? null : PeriodForms.Of(Context);
    }

    private static string KeyOf(PeriodChoice choice) => new ScopeCodes().Over(choice.Period).ToQueryString();

    private string NameOf(PeriodChoice choice) => choice.Year is { } year ? Text[choice.Key, year] : Text[choice.Key];

    private string NameOf(PeriodForm form) => Text[form switch
    {
        PeriodForm.Day => nameof(ScopeText.ChooseDay),
        PeriodForm.Week => nameof(ScopeText.ChooseWeek),
        PeriodForm.Days => nameof(ScopeText.ChooseDays),
        PeriodForm.Since => nameof(ScopeText.ChooseSince),
        _ => nameof(ScopeText.Custom),
    }];

    private string MonthName(Month month) => Format.Month(month.First);

    private Task ChooseAsync(string? key)
    {
        if (Enum.TryParse<PeriodForm>(key, out var form))
        {
            _form = form;
            return PeriodForms.Nearest(Context, form, Newest) is var codes && codes == Context.Codes ? Task.CompletedTask : Changed.InvokeAsync(codes);
        }

        _form = null;
        if (_choices.FirstOrDefault(choice => KeyOf(choice) == key)?.Period is not { } period)
            return Task.CompletedTask;
        var isDefault = Context.Status.AsOf is { } asOf && period == Period.LastMonths(asOf, ScopeCodes.DefaultMonths);
        return Changed.InvokeAsync(isDefault ? Context.Codes.WithoutPeriod() : Context.Codes.Over(period));
    }

    // An end moved past the other takes it along.
    private Task ChooseFirstMonthAsync(Month first) => ChooseMonthsAsync(first, LastMonth < first ? first : LastMonth);

    private Task ChooseLastMonthAsync(Month last) => ChooseMonthsAsync(FirstMonth > last ? last : FirstMonth, last);

    private Task ChooseMonthsAsync(Month first, Month last) => ChangeAsync(new Period(first.First, last.Until));

    private Task ChooseFirstDayAsync(DateOnly first) => ChooseDaysAsync(first, LastDay < first ? first : LastDay);

    private Task ChooseLastDayAsync(DateOnly last) => ChooseDaysAsync(FirstDay > last ? last : FirstDay, last);

    private Task ChooseDaysAsync(DateOnly first, DateOnly last) => ChangeAsync(new Period(first, last.AddDays(1)));

    private Task ChooseWeekAsync(DateOnly day) => ChangeAsync(PeriodForms.WeekOf(day));

    private Task ChooseSinceAsync(DateOnly day) => Changed.InvokeAsync(Context.Codes.Since(day));

    private Task ChangeAsync(Period period) => Changed.InvokeAsync(Context.Codes.Over(period));
}
