namespace CrimeInsight.Tests.Architecture;

/// <summary>A type names another one.</summary>
/// <param name="From">Folder of the type that names, such as <c>Core/Queries</c>.</param>
/// <param name="To">Folder of the named type; of a package its namespace.</param>
internal sealed record TypeUse(string From, string Type, string To, string Named);
