namespace CrimeInsight.Core.Incidents;

/// <summary>When a case repeats another of its head.</summary>
public static class Repeats
{
    /// <summary>Days before a case in which another makes it a repeat.</summary>
    public const int RecentDays = 30;

    /// <summary>Metres within which it is a near repeat.</summary>
    public const int NearMetres = 500;
}
