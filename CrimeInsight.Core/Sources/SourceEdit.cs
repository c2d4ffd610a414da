namespace CrimeInsight.Core.Sources;

/// <summary>What an administrator says of a source.</summary>
/// <param name="Address">Of a folder: its path below the folder of the server that is set up for sources; else an https address.</param>
/// <param name="MappingName">A saved mapping, of which the newest version is used; null: the files are in the product's own form.</param>
/// <param name="OwnerId">The administrator under whose rights files are read.</param>
/// <param name="Updates">Known cases take on what a file says newly of them.</param>
/// <param name="SignInName">Of <see cref="SourceSignIn.Basic"/>.</param>
public sealed record SourceEdit(
    string Name, SourceKind Kind, string Address, string? MappingName, SourceSchedule Schedule, Guid OwnerId, SourceAct Act, bool Updates,
    SourceSignIn SignIn = SourceSignIn.None, string? SignInName = null)
{
    public const int MostNameLength = 80;
    public const int MostAddressLength = 1000;
}
