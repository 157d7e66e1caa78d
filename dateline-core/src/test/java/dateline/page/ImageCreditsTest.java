package dateline.page;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.model.Article.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCreditsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Photo: Dana Holt/Coast Pictures | | Dana Holt/Coast Pictures |
          The pier at dawn. (Photo: Dana Holt) | The pier at dawn. | Dana Holt |
          The pier at dawn. Photo by Dana Holt | The pier at dawn. | Dana Holt |
          The pier at dawn. REUTERS/Dana Holt/File Photo | The pier at dawn. | REUTERS/Dana Holt |
          The pier at dawn. © 2021 Dana Holt | The pier at dawn. | Dana Holt |
          Foto: Dana Holt/dpa | | Dana Holt/dpa |
          Crédit photo : Dana Holt | | Dana Holt |
          Image source, Getty Images | | Getty Images |
          Courtesy of Dana Holt | | Dana Holt |
          "Pier" by Dana Holt is licensed under CC BY-SA 2.0 | Pier | Dana Holt | CC BY-SA 2.0
          The pier. Photo: Dana Holt (CC BY 4.0) | The pier. | Dana Holt | CC BY 4.0
          Photo: Dana Holt, Creative Commons Attribution-ShareAlike 3.0 | | Dana Holt | CC BY-SA 3.0
          Photo: Dana Holt, CC0 | | Dana Holt | CC0
          Photo: Dana Holt, public domain | | Dana Holt | public domain
          Foto: Dana Holt, gemeinfrei | | Dana Holt | gemeinfrei
          """)
  void captionsAreReadInTheFormsOfThePress(
      String line, String caption, String credit, String licence) {
    Image image = ImageCredits.parse(line);

    assertThat(image).as(line).isNotNull();
    assertThat(image.caption()).isEqualTo(caption);
    assertThat(image.credit()).isEqualTo(credit);
    assertThat(image.licence()).isEqualTo(licence);
  }

  @Test
  void aFileNameIsTheFileAndNotTheCaption() {
    Image image =
        ImageCredits.parse("\"File:Old Pier 2018.jpg\" by Dana Holt is licensed under CC BY 4.0");

    assertThat(image.file()).isEqualTo("Old Pier 2018.jpg");
    assertThat(image.caption()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The harbour office said on Wednesday that the pier will open in July.",
        "She took a photo and went home.",
        "The court made the files public, and the photo was gone."
      })
  void proseIsNoCaption(String line) {
    assertThat(ImageCredits.parse(line)).isNull();
  }
}
