namespace CrimeInsight.Web.Cli;

/// <summary>How the moments of a series are written.</summary>
internal enum SeriesTimeKind
{
    Day,
    Month,
    Number,
}
