using System.Globalization;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Controls;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Validation;

/// <summary>The check of official sums, then ours beside official with the worst differences first.</summary>
public sealed partial class ValidationPanel : ScopedPanel<ValidationReport>
{
    private const int Step = 50;
    private int _most = Step;

    [Inject] public required IStringLocalizer<ValidationText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ValidationAnalysis Analysis { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired] public required ValidationChoice Choice { get; set; }

    protected override object? Choices => Choice;

    private string? NationalText => Current is not { } report ? null
        : report.National.Count(sum => sum.Difference != 0) is > 0 and var differing
            ? Text[nameof(ValidationText.NationalDiffers), Format.Number(differing), Format.Number(report.National.Length)].Value
            : Text[nameof(ValidationText.NationalExact), Format.Number(report.National.Length)].Value;

    private string? SummaryText => Current is not { } report ? null : Text[
        nameof(ValidationText.Summary),
        Format.Number(report.Count(ValidationStatus.Within)),
        Format.Number(report.Count(ValidationStatus.Below)),
        Format.Number(report.Count(ValidationStatus.Above)),
        Format.Number(report.Count(ValidationStatus.NoOfficialFigure)),
        Format.Number(report.Count(ValidationStatus.IncompleteYear))].Value;

    private string NoteText => Value!.DesignShare is { } share
        ? Text[nameof(ValidationText.NoteSample), Format.ShareOf(share)]
        : Text[nameof(ValidationText.NoteFull), Format.Number(ValidationAnalysis.TolerancePercent), Format.Number(ValidationAnalysis.LeastTolerance)];

    private string ChosenYear => Value!.Chosen is { } year ? Write(year) : ValidationChoice.All;

    private IEnumerable<ChoiceOption> Years =>
    [
        .. Value!.Years.Select(year => new ChoiceOption(Write(year), Write(year))),
        new ChoiceOption(ValidationChoice.All, Text[nameof(ValidationText.AllYears)]),
    ];

    protected override Task<ValidationReport> LoadAsync(CancellationToken cancellationToken)
    {
        _most = Step;
        return Analysis.ReportAsync(Context, Choice.Year, cancellationToken);
    }

    protected override bool IsEmpty(ValidationReport value) => value.Rows.IsEmpty;

    private void ChooseYear(string year) => Navigation.NavigateTo(ValidationChoice.Parse(year).UrlFor(Context.Codes));

    // The same places, head and year as the figure counts them.
    private string UrlOf(ValidationRow row) => AppUrls.Overview + Context.Codes.In(row.Place.Code)
        .Of(row.Head.ParentId is null ? null : row.Head.Code)
        .Over(Period.Year(row.Year))
        .By(DateBasis.Registered)
        .ToQueryString();

    private static string Write(int year) => year.ToString(CultureInfo.InvariantCulture);
}
