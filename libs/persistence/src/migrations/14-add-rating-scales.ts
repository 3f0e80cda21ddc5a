import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The two scales every desk begins with; the truth scale is in use until another is activated. Same as seeds/rating-scales.json. */
export class AddRatingScales1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      INSERT INTO rating_scale (id, version, name, activated_at) VALUES
        ('truth', 1, 'Truth scale', now()),
        ('support', 1, 'Support scale', NULL);

      INSERT INTO rating (scale_id, scale_version, key, value, label, definition, ordinal) VALUES
        ('truth', 1, 'false', 1, 'False', 'The evidence contradicts it in substance.', 0),
        ('truth', 1, 'mostly-false', 2, 'Mostly false', 'A true element is outweighed by what is wrong or left out.', 1),
        ('truth', 1, 'mixed', 3, 'Mixed', 'Right and wrong in comparable measure.', 2),
        ('truth', 1, 'mostly-true', 4, 'Mostly true', 'Right in substance; a detail is wrong or missing.', 3),
        ('truth', 1, 'true', 5, 'True', 'The evidence supports it and nothing of weight is missing.', 4),
        ('support', 1, 'not-supported', 1, 'Not supported', 'What we found speaks against it, or nothing speaks for it.', 0),
        ('support', 1, 'cannot-tell', 2, 'Cannot tell', 'The evidence does not decide it.', 1),
        ('support', 1, 'supported', 3, 'Supported', 'Independent evidence bears it out.', 2);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM rating WHERE scale_version = 1 AND scale_id IN ('truth', 'support');
      DELETE FROM rating_scale WHERE version = 1 AND id IN ('truth', 'support')`);
  }
}
