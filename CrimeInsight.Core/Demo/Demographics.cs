using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Demo;

/// <summary>Gender and age band of victims and offenders, drawn together; an unknown person has neither.</summary>
internal static class Demographics
{
    private const int Bands = 9;

    // Genders: unknown, male, female, transgender. Ages: unknown, then the eight bands from below 6 to 60 and over.
    private static readonly AliasTable[] s_victims =
    [
        Table([100, 0, 0, 0], [100, 0, 0, 0, 0, 0, 0, 0, 0]),
        Table([78, 620, 300, 2], [9, 2, 2, 2, 2, 36, 30, 12, 5]),
        Table([80, 700, 218, 2], [12, 0, 0, 0, 1, 31, 35, 16, 5]),
        Table([12, 0, 986, 2], [5, 1, 2, 4, 6, 49, 26, 6, 1]),
        Table([10, 0, 990, 0], [6, 0, 0, 0, 1, 55, 32, 5, 1]),
        Table([5, 0, 994, 1], [4, 0, 0, 0, 0, 64, 26, 5, 1]),
        Table([8, 60, 930, 2], [2, 8, 14, 32, 44, 0, 0, 0, 0]),
        Table([8, 290, 702, 0], [4, 4, 6, 17, 35, 27, 5, 1, 1]),
        Table([50, 780, 168, 2], [6, 2, 3, 3, 5, 35, 26, 13, 7]),
    ];

    private static readonly AliasTable[] s_offenders =
    [
        Table([680, 305, 14, 1], [30, 0, 0, 2, 4, 40, 18, 5, 1]),
        Table([70, 890, 39, 1], [14, 0, 0, 1, 3, 42, 27, 10, 3]),
        Table([45, 785, 170, 0], [8, 0, 0, 0, 0, 36, 36, 14, 6]),
        Table([560, 370, 69, 1], [28, 0, 0, 0, 1, 36, 26, 8, 1]),
        Table([25, 972, 2, 1], [7, 0, 0, 2, 6, 52, 24, 7, 2]),
        Table([190, 795, 14, 1], [15, 0, 0, 0, 3, 38, 30, 11, 3]),
        Table([10, 930, 59, 1], [6, 0, 0, 0, 1, 40, 34, 15, 4]),
    ];

    public static (Gender Gender, AgeBand Age) SampleVictim(VictimShape shape, DemoRandom random) =>
        Read(s_victims[(int)shape].Sample(random));

    public static (Gender Gender, AgeBand Age) SampleOffender(OffenderShape shape, DemoRandom random) =>
        Read(s_offenders[(int)shape].Sample(random));

    private static (Gender Gender, AgeBand Age) Read(int index) => ((Gender)(index / Bands), (AgeBand)(index % Bands));

    private static AliasTable Table(double[] genders, double[] ages)
    {
        var joint = new double[genders.Length * Bands];
        for (var gender = 1; gender < genders.Length; gender++)
            for (var band = 0; band < Bands; band++)
                joint[gender * Bands + band] = genders[gender] / genders.Sum() * ages[band] / ages.Sum();
        joint[0] = genders[0] / genders.Sum();
        return new AliasTable(joint);
    }
}
