using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrimeInsight.Tests.Architecture;

/// <summary>What the C# of a file is like, read as syntax.</summary>
internal static partial class SyntaxRules
{
    public const int MostMethodLines = 40;
    public const int MostColumns = 160;
    private const int FewLetters = 16;

    /// <summary>Methods, constructors, accessors and local functions that are longer, with their lines.</summary>
    public static IReadOnlyList<(string Name, int Lines)> LongMethods(string code) =>
    [
        .. Nodes(code)
            .Where(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax)
            .Select(node => (Name: NameOf(node), Lines: Lines(node)))
            .Where(method => method.Lines > MostMethodLines),
    ];

    /// <summary>Keys put together from pieces inside an indexer: no search finds what they name, no build checks it.</summary>
    public static IReadOnlyList<string> ComposedKeys(string code) =>
        [.. Nodes(code).OfType<BracketedArgumentListSyntax>().Select(list => list.Arguments[0].Expression).Where(IsComposed).Select(key => key.ToString())];

    /// <summary>The same in markup, whose expressions are no file of their own.</summary>
    public static IReadOnlyList<string> ComposedMarkupKeys(string markup) => [.. ComposedKey().Matches(markup).Select(match => match.Value)];

    /// <summary>
    /// Numbers of the lines that are wider, but for those that are one text: a statement of SQL, data of a test, a script of another language.
    /// </summary>
    public static IReadOnlyList<int> WideLines(string code)
    {
        if (!code.Split('\n').Any(IsWide))
            return [];
        var root = CSharpSyntaxTree.ParseText(code).GetRoot();
        return [.. root.SyntaxTree.GetText().Lines.Where(line => IsWide(line.ToString()) && !IsText(root, line)).Select(line => line.LineNumber + 1)];
    }

    private static bool IsWide(string line) => line.TrimEnd('\r').Length > MostColumns;

    // But for a few letters before and after, such as the call it is given to.
    private static bool IsText(SyntaxNode root, TextLine line)
    {
        var text = line.ToString();
        var start = line.Start + text.Length - text.TrimStart().Length + FewLetters;
        var end = line.End - FewLetters;
        return root.FindToken(start).Parent!.AncestorsAndSelf()
            .Any(node => node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax && node.SpanStart <= start && node.Span.End >= end);
    }

    private static IEnumerable<SyntaxNode> Nodes(string code) => CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes();

    private static bool IsComposed(ExpressionSyntax key) => key switch
    {
        InterpolatedStringExpressionSyntax => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum =>
            sum.DescendantNodesAndSelf().Any(node => node.IsKind(SyntaxKind.StringLiteralExpression)),
        _ => false,
    };

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } => property.Identifier.Text,
        _ => node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.Text ?? "",
    };

    // From its first modifier to its last bracket, without its comment.
    private static int Lines(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    [GeneratedRegex(@"\w\[(?:\$""|""[^""\]]*""\s*\+|[\w.]+\s*\+\s*"")")]
    private static partial Regex ComposedKey();
}
