using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Overview;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Statistics;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>When cases happen: weekday by hour.</summary>
public sealed partial class HoursPanel : ScopedPanel<HourGrid>
{
    [Inject] public required IStringLocalizer<OverviewText> Text { get; init; }

    [Inject] public required IStringLocalizer<ScopeText> ScopeWords { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required SmallNumbers Small { get; init; }

    [Inject] public required OverviewAnalysis Analysis { get; init; }

    private string Sentence
    {
        get
        {
            var (weekday, hour) = Value!.Busiest;
            var unknown = Small.Share(new Proportion(Value.Unknown, Value.Unknown + Value.Known));
            return Text[nameof(OverviewText.HoursSentence), Format.Weekday(weekday), HourHeatmap.HourName(hour), HourHeatmap.HourName(hour + 1),
                Format.Number(Value.Most), unknown];
        }
    }

    /// <summary>Said where the page counts by another date.</summary>
    private string? Basis => Context.CountedBy() == DateBasis.Occurred ? null : ScopeWords[nameof(ScopeText.ByOccurred)].Value;

    private string? ExportUrl => Value is { } value ? ExportUrls.For(value.Query) : null;

    protected override WithheldCases? Withheld => Value?.Withheld;

    protected override bool IsEmpty(HourGrid value) => value is { Known: 0, Unknown: 0 };

    protected override async Task<HourGrid> LoadAsync(CancellationToken cancellationToken) =>
        new(await Analysis.HoursAsync(Context, cancellationToken));
}
