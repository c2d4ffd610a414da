using System.Collections.Immutable;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.Overview;
using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>The jurisdictions just below the scope, ranked by cases or by rate.</summary>
public sealed partial class RankingPanel : ScopedPanel<PlaceFigures>
{
    private const int ShownAtFirst = 10;

    private bool _isByRate;
    private bool _isComplete;

    [Inject] public required IStringLocalizer<OverviewText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required IStringLocalizer<SharedText> Shared { get; init; }

    [Inject] public required SmallNumbers Small { get; init; }

    [Inject] public required OverviewAnalysis Analysis { get; init; }

    [Inject] public required CoverageAnalysis Coverages { get; init; }

    [Inject] public required CoverageText CoverageWords { get; init; }

    /// <summary>Rates are shown scaled to official figures.</summary>
    [Parameter] public bool IsScaled { get; set; }

    private ImmutableArray<QueryRow> Rows => Value!.Parts.Rows;

    /// <summary>Cases known for none of the parts; null when there are none.</summary>
    private string? Rest => Value!.Rest is { } rest ? Format.Count(rest.Cases, rest.IsSuppressed, rest.IsProtecting) : null;

    private string RestName => Shared[RestNames.KeyOf(Value!.Parts.Query.JurisdictionLevel)];

    private IEnumerable<string> WithheldNames => Rows.Where(row => row.IsSuppressed).Select(row => Context.Reference.Place(row.Keys[0].Code));

    /// <summary>Index of the measure ranked by: 0 cases, 1 rate.</summary>
    private int Ranked => _isByRate && HasRates ? 1 : 0;

    private bool HasRates => Rows.Any(row => row.Values[1] is not null);

    private IEnumerable<QueryRow> Ordered => Rows
        .OrderByDescending(row => Figure(row, Ranked) ?? -1)
        .ThenBy(row => Context.Reference.Place(row.Keys[0].Code), StringComparer.CurrentCulture);

    private IReadOnlyList<BarItem> Items
    {
        get
        {
            var most = Rows.Select(row => Figure(row, Ranked) ?? 0).DefaultIfEmpty().Max();
            return [.. Ordered.Take(_isComplete ? int.MaxValue : ShownAtFirst).Select(row => ToItem(row, most))];
        }
    }

    private string? ExportUrl => Value is { } value ? ExportUrls.For(value.Parts.Query) : null;

    protected override WithheldCases? Withheld => Value?.Parts.Withheld;

    protected override bool IsEmpty(PlaceFigures value) => value.Rest is null && value.Parts.Rows.All(row => row is { IsSuppressed: false, Values: [0.0, ..] });

    protected override async Task<PlaceFigures> LoadAsync(CancellationToken cancellationToken)
    {
        _isComplete = false;
        var figures = await Analysis.RankingAsync(Context, cancellationToken);
        var level = figures.Parts.Rows.Select(row => Context.Reference.Jurisdictions.Find(row.Keys[0].Code)?.Level).FirstOrDefault();
        return level is { } known && figures.Parts.Rows.Any(row => row.Values[1] is not null)
            ? figures with { Coverage = await Coverages.ByPlaceAsync(Context, known, cancellationToken) }
            : figures;
    }

    /// <summary>What the rates are of: the least and the greatest share of registered cases among the places, and of how many it is not known.</summary>
    private string? RateNote
    {
        get
        {
            var shares = Value!.Coverage.Values.Select(coverage => coverage.Share).OfType<double>().ToList();
            if (shares.Count == 0)
                return CoverageWords.Sentence(Coverage.Unknown(CoverageState.NoOfficialFigures), Context.Status);
            var of = Text[nameof(OverviewText.RankingCoverage), Format.ShareOf(shares.Min()), Format.ShareOf(shares.Max())].Value;
            var unscaled = IsScaled ? Rows.Count(row => Value.Scaled(row) is null) : 0;
            return unscaled == 0 ? of : $"{of} {Text[nameof(OverviewText.RankingNotScaled), Format.Number(unscaled)]}";
        }
    }

    // A rate that cannot be scaled does not stand among scaled ones.
    private double? Figure(QueryRow row, int measure) => measure == 1 && IsScaled ? Value!.Scaled(row)?.Value : row.Values[measure];

    private string ValueOf(QueryRow row, int measure) => measure == 0
        ? Format.Count(row.Values[0], row.IsSuppressed, row.IsProtecting)
        : row.IsSuppressed ? Format.Withheld(row.IsProtecting) : Format.Number(Figure(row, 1), 1);

    /// <summary>Null without a year before to compare with.</summary>
    private string? ChangeOf(QueryRow row) => Context.HasLastYear ? Small.Change(row.Values[3], row.Values[0]) : null;

    private BarItem ToItem(QueryRow row, double most)
    {
        var name = Context.Reference.Place(row.Keys[0].Code);
        var value = ValueOf(row, Ranked);
        var detail = ChangeOf(row) ?? "";
        var href = Context.Codes.In(row.Keys[0].Code).ToUrl(AppUrls.Overview, (ScaleChoice.Name, ScaleChoice.Write(IsScaled)));
        return new BarItem(name, value, detail, most > 0 ? (Figure(row, Ranked) ?? 0) / most : 0, href);
    }
}
