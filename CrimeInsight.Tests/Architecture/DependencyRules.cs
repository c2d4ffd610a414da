using System.Reflection;
using System.Xml.Linq;

namespace CrimeInsight.Tests.Architecture;

/// <summary>Who may depend on whom.</summary>
internal static class DependencyRules
{
    /// <summary>References of an assembly that begin with a forbidden prefix.</summary>
    public static IReadOnlyList<string> Forbidden(Assembly assembly, params string[] prefixes) =>
    [
        .. assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Packages, projects and frameworks a project file names.</summary>
    public static IReadOnlyList<string> References(string project) =>
    [
        .. XDocument.Parse(project).Descendants()
            .Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference")
            .Select(element => Path.GetFileNameWithoutExtension(NameOf(element)))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Packages that projects which use this one can compile against, although it is to hide them.</summary>
    public static IReadOnlyList<string> Leaking(string project, params string[] hidden) =>
    [
        .. XDocument.Parse(project).Descendants("PackageReference")
            .Where(element => hidden.Contains(element.Attribute("Include")!.Value) && element.Attribute("PrivateAssets")?.Value is not ("compile" or "all"))
            .Select(element => element.Attribute("Include")!.Value),
    ];

    // The extension is only a path's, never a package's last part.
    private static string NameOf(XElement element)
    {
        var include = element.Attribute("Include")!.Value.Replace('\\', '/');
        return include.EndsWith(".csproj", StringComparison.Ordinal) ? include : include + ".package";
    }
}
