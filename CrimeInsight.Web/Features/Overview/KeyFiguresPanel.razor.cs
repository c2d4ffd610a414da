using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.OfficialFigures;
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

    [Inject] public required CoverageAnalysis Coverages { get; init; }

    [Inject] public required CoverageText CoverageWords { get; init; }

    /// <summary>The rate is shown scaled to official figures.</summary>
    [Parameter] public bool IsScaled { get; set; }

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

    /// <summary>The rate scaled to official figures; null: not asked for, or not to be told.</summary>
    private ScaledRate? Scaled => IsScaled && !Value!.IsSuppressed ? Value.Coverage?.Scale(Value.RatePerLakh, Value.Count) : null;

    private string RateLabel => Text[Scaled is null ? nameof(OverviewText.FigureRate) : nameof(OverviewText.FigureRateScaled)];

    private string RateText => Format.Number(Scaled is { } scaled ? scaled.Value : Value!.RatePerLakh, 1);

    private string? RateBasis => Scaled is { } scaled ? CoverageWords.Interval(scaled) : null;

    private string RateHint
    {
        get
        {
            if (Value!.RatePerLakh is null && Context.Place is { Level: > JurisdictionLevel.District })
                return Text[nameof(OverviewText.FigureRateNone)];
            var notes = new[] { NotScaled, CoverageWords.Sentence(Value.Coverage, Context.Status) }.OfType<string>().ToList();
            var hint = Text[nameof(OverviewText.FigureRateHint)].Value;
            return notes.Count == 0 ? hint : $"{hint}. {string.Join(' ', notes)}";
        }
    }

    private string? NotScaled =>
        IsScaled && Scaled is null && Value!.RatePerLakh is not null ? Text[nameof(OverviewText.NotScaled), Coverage.LeastCases].Value : null;

    // Offered only where it can be told, and taken back from everywhere.
    private string? ScaleUrl => IsScaled || (Value!.Coverage is { IsSample: true } coverage && coverage.Scale(Value.RatePerLakh, Value.Count) is not null)
        ? Context.Codes.ToUrl(AppUrls.Overview, (ScaleChoice.Name, ScaleChoice.Write(!IsScaled)))
        : null;

    private string ScaleText => Text[IsScaled ? nameof(OverviewText.ShowUnscaled) : nameof(OverviewText.ShowScaled)];

    protected override WithheldCases? Withheld => Value?.Withheld;

    protected override async Task<KeyFigures> LoadAsync(CancellationToken cancellationToken)
    {
        var figures = await Analysis.KeyFiguresAsync(Context, cancellationToken);
        return figures with { Coverage = figures.RatePerLakh is null ? null : await Coverages.OfAsync(Context, cancellationToken) };
    }

    private IReadOnlyList<FigureChange> Against(string previous, string lastYear, int length) =>
        [.. Known(Previous, previous, length), .. Known(LastYear, lastYear)];

    private IEnumerable<FigureChange> Known(double? before, string key, params object[] more)
    {
        if (before is { } then && Value!.Count is { } now && then + now > 0)
            yield return new FigureChange(new CountPair(then, now).Percent, Text[key, [Small.ChangeInFull(then, now), .. more]]);
    }
}
