namespace CrimeInsight.Tests.Architecture;

/// <summary>A folder uses another one.</summary>
/// <param name="Example">Two types that show it.</param>
internal sealed record FolderUse(string From, string To, string Example)
{
    /// <summary>Name of the pair in a list of exceptions.</summary>
    public string Pair => $"{From} -> {To}";

    public override string ToString() => $"{Pair} ({Example})";
}
