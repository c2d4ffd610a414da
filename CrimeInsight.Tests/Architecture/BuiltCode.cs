using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Data;
using CrimeInsight.Web;

namespace CrimeInsight.Tests.Architecture;

/// <summary>The types of the built projects and what they use, read once. Constants are not seen: the compiler copies their values.</summary>
internal static class BuiltCode
{
    private const string Product = "CrimeInsight.";

    private static readonly Lazy<IReadOnlyList<TypeUse>> s_uses = new(Read);

    /// <summary>Every use of a type of our own or of a package by one of ours in another folder.</summary>
    public static IReadOnlyList<TypeUse> Uses => s_uses.Value;

    private static IReadOnlyList<TypeUse> Read()
    {
        var projects = new[] { typeof(Incident).Assembly, typeof(DataServiceCollectionExtensions).Assembly, typeof(App).Assembly };
        var types = new ArchLoader().LoadAssemblies(projects).Build().Types;
        return [.. types.Where(IsOurs)
            .SelectMany(type => type.Dependencies.Where(use => use.Target is not GenericParameter).Select(use => Use(type, use.Target)))
            .Where(use => use.From != use.To).Distinct()];
    }

    private static bool IsOurs(IType type) => type.Assembly?.Name.StartsWith(Product, StringComparison.Ordinal) == true;

    private static TypeUse Use(IType from, IType to) => new(Folder(from), from.Name, Folder(to), to.Name);

    // The folder of a file is its namespace. Top-level statements have none.
    private static string Folder(IType type)
    {
        var name = type.Namespace?.FullName is { Length: > 0 } space ? space : IsOurs(type) ? type.Assembly.Name : "";
        return name.StartsWith(Product, StringComparison.Ordinal) ? name[Product.Length..].Replace('.', '/') : name;
    }
}
