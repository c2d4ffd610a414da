using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Formatting;

/// <summary>What is said beside every rate of data that hold a part of the registered cases, or of which it is not known what part.</summary>
public sealed class CoverageText(DisplayFormat format, IStringLocalizer<SharedText> text)
{
    // Data within so much of what was printed hold all of it.
    private const double Whole = 0.05;

    /// <summary>In a sentence or two; null: the data hold all cases.</summary>
    public string? Sentence(Coverage? coverage, DataStatus status) => coverage is null || NotesOf(coverage, status) is not { Length: > 0 } notes
        ? null
        : string.Join(' ', notes.Select(note => note.Arguments.IsEmpty
            ? text[note.Key].Value
            : text[note.Key, [.. note.Arguments.Select(value => ((TextFigure)value).Value)]].Value));

    /// <summary>The same for files; empty: the data hold all cases.</summary>
    public ImmutableArray<TextKey> NotesOf(Coverage coverage, DataStatus status)
    {
        if (coverage.Share is { } share && !coverage.IsSample && Math.Abs(share - 1) <= Whole)
            return [];
        return
        [
            coverage.Share is { } known ? Known(coverage, known) : Unknown(coverage.State),
            .. coverage is { Share: not null, IsEstimated: true } ? [Note(nameof(SharedText.CoverageEstimated))] : ImmutableArray<TextKey>.Empty,
            .. coverage.Share is null && status.Coverage is { } design
                ? [Note(nameof(SharedText.CoverageRates), format.ShareOf(design))]
                : ImmutableArray<TextKey>.Empty,
        ];
    }

    /// <summary>A scaled rate's interval: 95%: 12.3 to 15.6.</summary>
    public string Interval(ScaledRate rate) => text[nameof(SharedText.ScaledInterval), format.Number(rate.Lower, 1), format.Number(rate.Upper, 1)];

    private TextKey Known(Coverage coverage, double share) => coverage.IsPartial
        ? Note(nameof(SharedText.CoveragePartial), format.ShareOf(share), Years(coverage))
        : coverage.Interval is var (lower, upper)
            ? Note(
                coverage.IsOfOtherYears ? nameof(SharedText.CoverageSampleOther) : nameof(SharedText.CoverageSample),
                format.ShareOf(share), Years(coverage), format.ShareOf(lower), format.ShareOf(upper))
            : Note(coverage.IsOfOtherYears ? nameof(SharedText.CoverageKnownOther) : nameof(SharedText.CoverageKnown), format.ShareOf(share), Years(coverage));

    private static TextKey Unknown(CoverageState state) => Note(state switch
    {
        CoverageState.NoCompleteYear => nameof(SharedText.CoverageNoYear),
        CoverageState.TooFine => nameof(SharedText.CoverageTooFine),
        CoverageState.Withheld => nameof(SharedText.CoverageWithheld),
        _ => nameof(SharedText.CoverageNone),
    });

    private static string Years(Coverage coverage) => coverage.Years is [var only]
        ? only.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{coverage.Years[0]}–{coverage.Years[^1]}");

    private static TextKey Note(string key, params string[] arguments) =>
        TextKey.Of<SharedText>(key, [.. arguments.Select(argument => (FigureValue)new TextFigure(argument))]);
}
