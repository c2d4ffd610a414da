using System.Collections.Immutable;
using CrimeInsight.Core.Quality;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Quality;

/// <summary>Findings on records, as the keys of their words.</summary>
internal static class QualityWords
{
    /// <summary>What is wanting, in a few words.</summary>
    public static TextKey Gap(QualityGap gap) => Name(gap switch
    {
        QualityGap.Untimed => nameof(QualityText.GapUntimed),
        QualityGap.Unplaced => nameof(QualityText.GapUnplaced),
        QualityGap.VictimUnknown => nameof(QualityText.GapVictimUnknown),
        QualityGap.LateRegistration => nameof(QualityText.GapLateRegistration),
        QualityGap.ResidualHead => nameof(QualityText.GapResidualHead),
        QualityGap.Midnight => nameof(QualityText.GapMidnight),
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "The gap is of no known kind."),
    });

    /// <summary>What the share is of.</summary>
    public static TextKey Definition(QualityGap gap) => Name(gap switch
    {
        QualityGap.Untimed => nameof(QualityText.GapUntimedDefinition),
        QualityGap.Unplaced => nameof(QualityText.GapUnplacedDefinition),
        QualityGap.VictimUnknown => nameof(QualityText.GapVictimUnknownDefinition),
        QualityGap.LateRegistration => nameof(QualityText.GapLateRegistrationDefinition),
        QualityGap.ResidualHead => nameof(QualityText.GapResidualHeadDefinition),
        QualityGap.Midnight => nameof(QualityText.GapMidnightDefinition),
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "The gap is of no known kind."),
    });

    /// <summary>Every finding on a place, as sentences with their figures.</summary>
    public static ImmutableArray<TextKey> Findings(PartQuality part, QualityReport report) =>
    [
        .. part.Gaps.Select(gap => Name(
            nameof(QualityText.GapFinding), Gap(gap), FigureValue.Share(part.Shares[(int)gap]), FigureValue.Share(report.Whole[(int)gap]))),
        .. part.Breaks.Select(one => Name(
            one.IsSilence ? nameof(QualityText.SilenceFinding) : nameof(QualityText.SurgeFinding), one.Month, one.Cases, Math.Round(one.Expected))),
    ];

    /// <summary>How findings are made, with every figure used.</summary>
    public static TextKey Method(QualityReport report) => Name(
        nameof(QualityText.Method), report.Tests, report.Passed, report.Settings.MarginPoints, 100 * report.Settings.Level, report.Settings.TestedMonths);

    private static TextKey Name(string key, params ImmutableArray<FigureValue> arguments) => TextKey.Of<QualityText>(key, arguments);
}
