namespace CrimeInsight.Core.Queries;

/// <summary>A measure as the catalogue lists it.</summary>
/// <param name="Name">In JSON and URLs.</param>
/// <param name="ResourceKey">Of its name in QueryText; <c>…Definition</c> appended: of its definition.</param>
public sealed record MeasureDefinition(Measure Measure, string Name, MeasureUnit Unit, string ResourceKey)
{
    public string DefinitionResourceKey => ResourceKey + "Definition";
}
