using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Overview;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Statistics;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using CrimeInsight.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>Cases, rate, charge-sheet rate and conviction rate with their changes.</summary>
public sealed partial class KeyFiguresPanel : ScopedPanel<KeyFigures>
{
    [Inject] public required IStringLocalizer<OverviewText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required SmallNumbers Small { get; init; }

    [Inject] public required OverviewAnalysis Analysis { get; init; }

    private string CasesText => Value!.IsSuppressed ? Format.Withheld(Value.IsProtecting) : Format.Compact(Value.Count);

    private string? CasesExact => Value is { IsSuppressed: false, Count: >= 100_000 } ? Format.Number(Value.Count) : null;

    // Beside a withheld figure no link invites to count.
    private string? CasesUrl => Value!.IsSuppressed ? null : AppUrls.CasesIn(Context.Fixed);

    private IReadOnlyList<FigureChange> Changes => Value!.IsSuppressed
        ? []
        : Context.Period switch
        {
            { IsWholeMonths: true, Months: 1 } => Against(nameof(OverviewText.ChangePreviousMonth), nameof(OverviewText.ChangeLastYearMonth), 1),
            // With twelve months both changes compare the same months: one line says it.
            { IsWholeMonths: true, Months: 12 } => [.. Known(LastYear, nameof(OverviewText.ChangeLastYear))],
            { IsWholeMonths: true, Months: var months } => Against(nameof(OverviewText.ChangePrevious), nameof(OverviewText.ChangeLastYear), months),
            { Days: 1 } => Against(nameof(OverviewText.ChangePreviousDay), nameof(OverviewText.ChangeLastYearDay), 1),
            { Days: var days } => Against(nameof(OverviewText.ChangePreviousDays), nameof(OverviewText.ChangeLastYearDays), days),
        };

    private double? Previous => Context.HasPrevious ? Value!.CountPrevious : null;

    private double? LastYear => Context.HasLastYear ? Value!.CountLastYear : null;

    private string RateHint =>
        Value!.RatePerLakh is null && Context.Place is { Level: > JurisdictionLevel.District } ? Text[nameof(OverviewText.FigureRateNone)]
        : Format.Coverage(Context.Status) is { } coverage
        ? $"{Text[nameof(OverviewText.FigureRateHint)]}. {coverage}"
        : Text[nameof(OverviewText.FigureRateHint)];

    protected override WithheldCases? Withheld => Value?.Withheld;

    protected override Task<KeyFigures> LoadAsync(CancellationToken cancellationToken) =>
        Analysis.KeyFiguresAsync(Context, cancellationToken);

    private IReadOnlyList<FigureChange> Against(string previous, string lastYear, int length) =>
        [.. Known(Previous, previous, length), .. Known(LastYear, lastYear)];

    private IEnumerable<FigureChange> Known(double? before, string key, params object[] more)
    {
        if (before is { } then && Value!.Count is { } now && then + now > 0)
            yield return new FigureChange(new CountPair(then, now).Percent, Text[key, [Small.ChangeInFull(then, now), .. more]]);
    }
}
