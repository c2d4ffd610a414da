using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Overview;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Statistics;
using CrimeInsight.Web.Features.Cases;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
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
    private string? CasesUrl => Value!.IsSuppressed ? null : CaseUrls.List(Context.Fixed);

    private IReadOnlyList<FigureChange> Changes => Value!.IsSuppressed
        ? []
        : Context.Period.IsWholeMonths
            ? [.. Known(Previous, nameof(OverviewText.ChangePrevious), Context.Period.Months), .. Known(LastYear, nameof(OverviewText.ChangeLastYear))]
            : [.. Known(Previous, nameof(OverviewText.ChangePreviousDays), Context.Period.Days), .. Known(LastYear, nameof(OverviewText.ChangeLastYearDays))];

    private double? Previous => Context.HasPrevious ? Value!.CountPrevious : null;

    private double? LastYear => Context.HasLastYear ? Value!.CountLastYear : null;

    private string RateHint => Value!.RatePerLakh is null && Context.Place is { Level: > JurisdictionLevel.District } ? Text[nameof(OverviewText.FigureRateNone)]
        : Format.Coverage(Context.Status) is { } coverage
        ? $"{Text[nameof(OverviewText.FigureRateHint)]}. {coverage}"
        : Text[nameof(OverviewText.FigureRateHint)];

    protected override WithheldCases? Withheld => Value?.Withheld;

    protected override Task<KeyFigures> LoadAsync(CancellationToken cancellationToken) =>
        Analysis.KeyFiguresAsync(Context, cancellationToken);

    // With twelve months both changes compare the same months: one line says it.
    private IEnumerable<FigureChange> Known(double? before, string key, params object[] more)
    {
        var saysTheSame = key == nameof(OverviewText.ChangePrevious) && Context.Period.Months == 12;
        if (before is { } then && Value!.Count is { } now && !saysTheSame && then + now > 0)
            yield return new FigureChange(new CountPair(then, now).Percent, Text[key, [Small.ChangeInFull(then, now), .. more]]);
    }
}
