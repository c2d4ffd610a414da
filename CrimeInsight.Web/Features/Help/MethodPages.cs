using System.Collections.Concurrent;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;
using CrimeInsight.Web.Shared;

namespace CrimeInsight.Web.Features.Help;

/// <summary>The pages of docs/methods, as they came with the product.</summary>
public sealed class MethodPages
{
    private const string Folder = "methods/";

    // Ours alone, and yet none of their words is markup.
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    private readonly ConcurrentDictionary<string, MarkupString?> _pages = new(StringComparer.Ordinal);

    /// <summary>Names of the files.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(MethodPages).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..]).Order(StringComparer.Ordinal),
    ];

    /// <summary>Null when there is none of the name.</summary>
    public MarkupString? Find(string name) => Names.Contains(name) ? _pages.GetOrAdd(name, Render) : null;

    private static MarkupString? Render(string name)
    {
        using var stream = typeof(MethodPages).Assembly.GetManifestResourceStream(Folder + name)!;
        using var reader = new StreamReader(stream);
        var document = Markdown.Parse(reader.ReadToEnd(), s_pipeline);
        // The title of the site's page stands above.
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level++;
        foreach (var link in document.Descendants<LinkInline>().ToList())
            Lead(link);
        return new MarkupString(document.ToHtml(s_pipeline));
    }

    // Other files of the folder are pages too; files of the source tree are not here.
    private static void Lead(LinkInline link)
    {
        var file = link.Url?.Split('#')[0] ?? "";
        if (file.StartsWith("https://", StringComparison.Ordinal))
            link.GetAttributes().AddProperty("rel", "noopener");
        else if (file.EndsWith(".md", StringComparison.Ordinal) && Names.Contains(file[..^3]))
            link.Url = AppUrls.Method(file[..^3]);
        else
            link.ReplaceBy(new ContainerInline());
    }
}
