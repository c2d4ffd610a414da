using System.Globalization;
using CrimeInsight.Core.Overview;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Statistics;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>Changes that passed the test, and how many were looked at.</summary>
public sealed partial class StandsOutPanel : ScopedPanel<StandsOutReport>
{
    private const int Shown = 6;
    private const double SmallestWritten = 0.0001;

    [Inject] public required IStringLocalizer<OverviewText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required OverviewAnalysis Analysis { get; init; }

    private string Method => Text[
        Context.Period.IsWholeMonths ? nameof(OverviewText.StandsOutHow) : nameof(OverviewText.StandsOutHowDays),
        Format.Number(Value!.PassedBeforeCorrection),
        Format.Number(Value.Tested),
        Format.Number(Value.PassedAfterCorrection)];

    /// <summary>Some of the figures were not compared, because they are withheld.</summary>
    private bool IsPartial => Value!.HasSuppressed || Value.Withheld is not null;

    protected override WithheldCases? Withheld => Value?.Withheld;

    // Nothing could be compared: that is not "nothing stands out".
    protected override bool IsEmpty(StandsOutReport value) => value is { Tested: 0, Withheld: not null };

    protected override Task<StandsOutReport> LoadAsync(CancellationToken cancellationToken) =>
        Analysis.StandsOutAsync(Context, Shown, cancellationToken);

    private string SentenceOf(StandsOutFinding finding) => finding.Change.Before == 0 ? NewSentenceOf(finding) : Text[
        nameof(OverviewText.StandsOutMore),
        Context.Reference.Place(finding.JurisdictionCode),
        Context.Reference.Head(finding.HeadCode),
        Format.Number(finding.Change.After),
        Format.Expected(finding.Change.Expected)];

    private string NewSentenceOf(StandsOutFinding finding) => Text[
        nameof(OverviewText.StandsOutFirst),
        Context.Reference.Place(finding.JurisdictionCode),
        Context.Reference.Head(finding.HeadCode),
        Format.Number(finding.Change.After)];

    private string HrefOf(StandsOutFinding finding) =>
        AppUrls.Overview + Context.Codes.In(finding.JurisdictionCode).Of(finding.HeadCode).ToQueryString();

    private string ConfidenceOf(CountChange change) => change.AdjustedP < SmallestWritten
        ? Text[nameof(OverviewText.StandsOutConfidenceBelow), SmallestWritten.ToString("0.0000", CultureInfo.InvariantCulture)]
        : Text[nameof(OverviewText.StandsOutConfidence), change.AdjustedP.ToString("0.0000", CultureInfo.InvariantCulture)];
}
