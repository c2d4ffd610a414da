using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Quality;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Support;

/// <summary>A report on records with every kind of finding.</summary>
internal static class QualitySamples
{
    public static QualityReport Report { get; } = new(
        Period.Year(2023),
        [
            new PartQuality(
                SmallReference.Data.Jurisdictions.Find("A1")!, 1234,
                [new Proportion(600, 1200), new Proportion(40, 1200), null, new Proportion(3, 1200), new Proportion(1, 1200), new Proportion(5, 600)],
                [QualityGap.Untimed],
                [new MonthBreak(new Month(2023, 11), 0, 98.7), new MonthBreak(new Month(2023, 12), 1200, 101.2)]) { Contacts = ["SP, A1", "DGP"] },
            new PartQuality(SmallReference.Data.Jurisdictions.Find("A2")!, 12, [null, null, null, null, null, null], [], []),
        ],
        [new Proportion(700, 2400), new Proportion(90, 2400), null, new Proportion(9, 2400), new Proportion(4, 2400), new Proportion(6, 1700)],
        [
            new QualityMonth(new Month(2023, 11), 40, [new Proportion(8, 40), null, null, null, null, null]),
            new QualityMonth(new Month(2023, 12), 1250, [.. Enumerable.Range(0, 6).Select(gap => (Proportion?)new Proportion(gap * 10, 1250))]),
        ],
        30,
        3)
    {
        Cases = 1300,
        WithoutPart = 54,
        Settings = new QualitySettings(),
    };
}
