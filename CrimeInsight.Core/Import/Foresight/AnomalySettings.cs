namespace CrimeInsight.Core.Import.Foresight;

/// <summary>What is called odd.</summary>
internal static class AnomalySettings
{
    /// <summary>Months of stored figures that a file's are held against.</summary>
    public const int KnownMonths = 36;

    /// <summary>False discovery rate of all tests of a file together.</summary>
    public const double Level = 0.05;

    /// <summary>Fewer expected cases are not tested.</summary>
    public const double LeastExpected = 3;

    /// <summary>Times what is expected, from which more cases are a finding of a head.</summary>
    public const double ShiftRatio = 3;

    /// <summary>Times the usual month.</summary>
    public const double Tenfold = 10;

    /// <summary>Fewer rows in a month are not called tenfold.</summary>
    public const long LeastTenfold = 30;

    /// <summary>Fewer rows say nothing about values.</summary>
    public const long LeastRows = 30;

    public const double PointShare = 0.4, MidnightShare = 0.5, FirstDayShare = 0.4, OneValueShare = 0.98;

    /// <summary>Share of the rows that a head has at least which was never there before.</summary>
    public const double NewHeadShare = 0.05;

    /// <summary>A month is one of the file's when it has at least this share of the rows of its fullest month.</summary>
    public const double MonthShare = 0.1;

    /// <summary>Years before the middle of the others from which an offence is old.</summary>
    public const int OldYears = 20;

    /// <summary>A place is covered by a file that names at least this share of the places in it.</summary>
    public const double CoveredShare = 0.5;
}
