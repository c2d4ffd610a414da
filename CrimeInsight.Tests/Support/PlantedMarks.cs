namespace CrimeInsight.Tests.Support;

/// <summary>Parts of patterns, of .NET and PostgreSQL alike, that find what was planted in protected cases and nothing that looks like it by chance.</summary>
internal static class PlantedMarks
{
    /// <summary>21:37 in India, also as UTC. Not minutes, seconds or parts of them, and not the clock: the cases are of years before 2025.</summary>
    public const string Time = "(?<![0-9a-f:])(?<!20(2[5-9]|[3-9][0-9])[-0-9, T]{0,8})(21[:.]37|16[:.]07)(?![0-9])";

    /// <summary>45671 rupees. Not a part of an id or a hash.</summary>
    public const string Value = "(?<![0-9a-f])45,?671(?![0-9a-f])";
}
